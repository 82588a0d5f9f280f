package io.github.keycloakjumpcloud.bench;

/**
 * How large a company is.
 *
 * @param each how many groups everybody is in
 */
record Scale(int users, int groups, int each) {

    static final int MEMBERSHIPS = 5;

    /** Fewer groups, and the one that a membership moves to could be one that the user is in already. */
    private static final int FEWEST_GROUPS = 20;

    static Scale of(int users) {
        return of(users, MEMBERSHIPS);
    }

    static Scale of(int users, int each) {
        int groups =
                switch (users) {
                    case 2_000 -> 100;
                    case 10_000 -> 200;
                    default -> Math.max(FEWEST_GROUPS, users / 100);
                };
        return new Scale(users, groups, each);
    }

    int memberships() {
        return users * each;
    }
}
