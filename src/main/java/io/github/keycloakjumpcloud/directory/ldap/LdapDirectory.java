package io.github.keycloakjumpcloud.directory.ldap;

import io.github.keycloakjumpcloud.config.IdAttribute;
import io.github.keycloakjumpcloud.config.JumpCloudConfig;
import io.github.keycloakjumpcloud.directory.BindOutcome;
import io.github.keycloakjumpcloud.directory.Directory;
import io.github.keycloakjumpcloud.directory.Lookup;
import io.github.keycloakjumpcloud.directory.ProbeOutcome;
import io.github.keycloakjumpcloud.directory.ReadOutcome;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** JumpCloud as one configuration sees it. Cheap: made for one request, over connections that outlive it. Thread-safe. */
public final class LdapDirectory implements Directory {

    private final LdapConnections connections;
    private final JumpCloudConfig config;

    /**
     * Makes a view of the directory.
     *
     * @param connections connections opened for {@code config.connection()}; stay the caller's to close
     * @param config what to read and how
     */
    public LdapDirectory(LdapConnections connections, JumpCloudConfig config) {
        this.connections = connections;
        this.config = config;
    }

    /**
     * {@inheritDoc}
     *
     * <p>Names that no user can have are {@link Lookup.Absent} without a request.
     */
    @Override
    public Lookup findByUsername(String username) {
        String asked = Names.fold(username);
        return find(config.users().usernameAttribute(), asked, false, entry -> asked.equals(entry.username()));
    }

    /**
     * {@inheritDoc}
     *
     * <p>A user with several addresses is found by the one that Keycloak keeps, not by the others.
     */
    @Override
    public Lookup findByEmail(String email) {
        String asked = Names.fold(email);
        return find(config.users().emailAttribute(), asked, false, entry -> asked.equals(entry.email()));
    }

    @Override
    public Lookup findById(IdAttribute attribute, String id) {
        return find(
                attribute.ldapName(), id, true, entry -> id.equals(entry.ids().get(attribute)));
    }

    @Override
    public Supplier<Lookup> startFindById(IdAttribute attribute, String id) {
        return start(
                attribute.ldapName(), id, true, entry -> id.equals(entry.ids().get(attribute)));
    }

    @Override
    public ReadOutcome read() {
        try {
            return new DirectoryRead(connections, config).run();
        } catch (LdapFailure e) {
            return new ReadOutcome.Failed(e.problem());
        }
    }

    /**
     * {@inheritDoc}
     *
     * <p>An empty password is {@link BindOutcome.InvalidCredentials} without a request: a server takes such a bind for an anonymous one and lets it
     * succeed (RFC 4513, section 5.1.2).
     */
    @Override
    public BindOutcome bind(String dn, String password) {
        if (password.isEmpty()) {
            return new BindOutcome.InvalidCredentials();
        }
        return connections.bind(dn, password);
    }

    @Override
    public ProbeOutcome probe() {
        return new Probe(connections, config, null).run();
    }

    @Override
    public ProbeOutcome probeQuickly() {
        try {
            return connections
                    .shareProbe(deadline -> new Probe(connections, config, deadline).run())
                    .await();
        } catch (LdapFailure e) {
            return new ProbeOutcome.Broken(e.problem());
        }
    }

    private Lookup find(String attribute, String value, boolean known, Predicate<MappedEntry> isAskedFor) {
        return start(attribute, value, known, isAskedFor).get();
    }

    private Supplier<Lookup> start(String attribute, String value, boolean known, Predicate<MappedEntry> isAskedFor) {
        if (Names.fault(value).isPresent()) {
            return Lookup.Absent::new;
        }
        try {
            DeadlineExecutor.Pending<Lookup> pending = connections.lookUp(deadline ->
                    new UserLookup(connections, config, deadline).find(attribute, value, known, isAskedFor));
            return () -> answer(pending);
        } catch (LdapFailure e) {
            return () -> new Lookup.Unknown(e.problem());
        }
    }

    private static Lookup answer(DeadlineExecutor.Pending<Lookup> pending) {
        try {
            return pending.await();
        } catch (LdapFailure e) {
            return new Lookup.Unknown(e.problem());
        }
    }
}
