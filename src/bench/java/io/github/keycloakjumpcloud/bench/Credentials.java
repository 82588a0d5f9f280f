package io.github.keycloakjumpcloud.bench;

/** What somebody types. */
record Credentials(String username, String password) {

    @Override
    public String toString() {
        return username;
    }
}
