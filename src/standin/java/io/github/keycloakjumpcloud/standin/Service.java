package io.github.keycloakjumpcloud.standin;

/** What all connections share. */
record Service(
        Behaviour behaviour,
        Journal journal,
        Certificates certificates,
        Faults faults,
        Access access,
        RootDse rootDse,
        BindHandler binds,
        SearchHandler searches,
        CompareHandler compares) {

    static Service of(Tenants tenants, Behaviour behaviour, Journal journal, Certificates certificates) {
        Access access = new Access(behaviour);
        return new Service(
                behaviour,
                journal,
                certificates,
                new Faults(behaviour),
                access,
                new RootDse(behaviour),
                new BindHandler(tenants, behaviour),
                new SearchHandler(behaviour, access, journal),
                new CompareHandler(behaviour, access));
    }
}
