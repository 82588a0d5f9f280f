package io.github.keycloakjumpcloud.bench;

/**
 * What a program waits for that does nothing but read.
 *
 * @param directory seconds for users and groups over LDAP
 * @param local seconds for all rows that were imported
 */
record Reading(double directory, double local) {

    double seconds() {
        return directory + local;
    }
}
