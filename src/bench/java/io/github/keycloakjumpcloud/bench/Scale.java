package io.github.keycloakjumpcloud.bench;

/** How large a company is. Everybody is in five groups. */
record Scale(int users, int groups) {

    static final int MEMBERSHIPS = 5;

    /** Fewer groups, and the one that a membership moves to could be one that the user is in already. */
    private static final int FEWEST_GROUPS = 20;

    static Scale of(int users) {
        return new Scale(
                users,
                switch (users) {
                    case 2_000 -> 100;
                    case 10_000 -> 200;
                    default -> Math.max(FEWEST_GROUPS, users / 100);
                });
    }

    int memberships() {
        return users * MEMBERSHIPS;
    }
}
