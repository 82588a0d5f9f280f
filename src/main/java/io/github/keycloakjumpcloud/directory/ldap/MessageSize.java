package io.github.keycloakjumpcloud.directory.ldap;

/**
 * The largest message that is taken in, in bytes. A message made of nothing but empty values takes 35 times its size in memory, and one without limit
 * takes whatever the server says that it will send.
 */
final class MessageSize {

    /** For binds and look-ups: a user who is in 4,000 groups. */
    static final int OF_REQUESTS = 512 << 10;

    private static final int LEAST_OF_READS = 1 << 20;
    private static final int MOST_OF_READS = 16 << 20;
    private static final int SHARE_OF_HEAP = 256;

    private MessageSize() {}

    /** For reads, in which a group's entry may list all its members: 25,000 in a heap of 512 MB, Keycloak's default, 200,000 in one of 4 GB. */
    static int ofReads() {
        long share = Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP;
        return Math.toIntExact(Math.max(LEAST_OF_READS, Math.min(MOST_OF_READS, share)));
    }
}
