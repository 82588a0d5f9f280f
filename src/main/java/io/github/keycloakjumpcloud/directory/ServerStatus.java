package io.github.keycloakjumpcloud.directory;

/**
 * How one server looks from this node.
 *
 * @param server the server as a URL
 * @param purpose what its connections are for
 * @param failed whether requests go elsewhere until it is seen to work again
 * @param idle open connections that wait for a request
 * @param busy connections with a request under way
 */
public record ServerStatus(String server, Purpose purpose, boolean failed, int idle, int busy) {

    /** What connections are for; the two kinds are never mixed. */
    public enum Purpose {
        SEARCH,
        SIGN_IN
    }
}
