package io.github.keycloakjumpcloud.directory.ldap;

/**
 * What one message may be. The LDAP library makes 35 bytes in memory of an empty value's two, and compares every attribute with the others of its
 * name, so that a message of half a megabyte could keep a processor busy for minutes.
 *
 * @param bytes the largest message
 * @param elements most BER elements in it, values among them
 */
record MessageLimit(int bytes, int elements) {

    /** For binds and look-ups: a user who is in 4,000 groups. */
    static final MessageLimit OF_REQUESTS = new MessageLimit(512 << 10, 20_000);

    /** Most attributes of an entry. JumpCloud's have some dozens. */
    static final int ATTRIBUTES = 1_000;

    /** JumpCloud's answers are six deep. */
    static final int DEPTH = 12;

    private static final int LEAST_OF_READS = 1 << 20;
    private static final int MOST_OF_READS = 16 << 20;
    private static final int SHARE_OF_HEAP = 256;
    private static final int ELEMENTS_OF_READS = 200_000;

    /** For reads, in which a group's entry may list all its members: 25,000 in a heap of 512 MB, Keycloak's default, 200,000 in one of 4 GB. */
    static MessageLimit ofReads() {
        long share = Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP;
        long bytes = Math.max(LEAST_OF_READS, Math.min(MOST_OF_READS, share));
        return new MessageLimit(Math.toIntExact(bytes), ELEMENTS_OF_READS);
    }
}
