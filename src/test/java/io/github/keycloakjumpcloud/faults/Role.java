package io.github.keycloakjumpcloud.faults;

/** Who signs in. */
enum Role {
    REGULAR("right password", 70, true),
    NEWCOMER("right password, never seen before", 5, true),
    FORGETFUL("wrong password", 20, false),
    NOBODY("unknown name", 5, false);

    private final String label;
    private final int share;
    private final boolean welcome;

    Role(String label, int share, boolean welcome) {
        this.label = label;
        this.share = share;
        this.welcome = welcome;
    }

    String label() {
        return label;
    }

    /** Percent of the sign-ins. */
    int share() {
        return share;
    }

    /** Whether this end is right for him; "cannot be asked" is right for everybody. */
    boolean deserves(Ending ending) {
        return ending == Ending.UNAVAILABLE || ending == (welcome ? Ending.SIGNED_IN : Ending.REFUSED);
    }

    /** Of a number from 0 to 99. */
    static Role at(int percent) {
        int upTo = 0;
        for (Role role : values()) {
            upTo += role.share;
            if (percent < upTo) {
                return role;
            }
        }
        throw new IllegalArgumentException("Not a number from 0 to 99: " + percent);
    }
}
