package io.github.keycloakjumpcloud.directory.ldap;

import java.time.Duration;

/**
 * How idle connections are looked after.
 *
 * @param interval time between two checks, each of which sends one request over every idle connection
 * @param maxAge a connection older than this is replaced
 * @param maxUnused a connection that no request has needed for so long is closed, except the last one
 * @param recovery time between two looks at servers that failed, and how long a refused reader does not bind again
 * @param spare whether a connection for the next sign-in is opened while the last idle one is in use
 */
record Upkeep(Duration interval, Duration maxAge, Duration maxUnused, Duration recovery, boolean spare) {

    /**
     * A public proxy in front of JumpCloud keeps idle connections for at most 300 s, because the service closes them; a request a minute keeps them
     * open and notices silent losses.
     */
    static final Upkeep DEFAULT = new Upkeep(
            Duration.ofMinutes(1), Duration.ofMinutes(30), Duration.ofMinutes(10), Duration.ofSeconds(10), true);
}
