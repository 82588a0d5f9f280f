package io.github.keycloakjumpcloud.directory.ldap;

/**
 * For connections on which users bind: each bind is a beginning of its own.
 *
 * @param provesServer whether an open connection is enough to take a server for one that works; necessary where answers take a minute
 */
record NoPreparation(boolean provesServer) implements Servers.Preparation {

    @Override
    public void prepare(Link link) {}
}
