package io.github.keycloakjumpcloud.directory.ldap;

/** For connections on which users bind: each bind is a beginning of its own. That one is open proves nothing: the server has yet to answer anything. */
final class NoPreparation implements Servers.Preparation {

    @Override
    public void prepare(Link link) {}

    @Override
    public boolean provesServer() {
        return false;
    }
}
