package io.github.keycloakjumpcloud.faults;

/** Somebody who signs in, with what he types. */
record Person(Role role, String username, String password) {

    @Override
    public String toString() {
        return username + " (" + role.label() + ")";
    }
}
