package io.github.keycloakjumpcloud.credential;

import io.github.keycloakjumpcloud.config.IdAttribute;
import io.github.keycloakjumpcloud.directory.AccountState;
import io.github.keycloakjumpcloud.directory.BindOutcome;
import io.github.keycloakjumpcloud.directory.Directory;
import io.github.keycloakjumpcloud.directory.DirectoryUser;
import io.github.keycloakjumpcloud.directory.Lookup;
import io.github.keycloakjumpcloud.directory.ProbeOutcome;
import io.github.keycloakjumpcloud.directory.Problem;
import io.github.keycloakjumpcloud.directory.ReadOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Accounts by DN, and a protocol of what was asked. */
final class FakeDirectory implements Directory {

    private static final Lookup AMBIGUOUS = new Lookup.Ambiguous("two have this id");

    static final Problem AWAY = Problem.of(Problem.Kind.TIMEOUT, "100");

    final List<String> asked = new ArrayList<>();
    private final Map<String, String> passwords = new HashMap<>();
    private final Map<String, DirectoryUser> byId = new HashMap<>();
    AccountState state = AccountState.NOT_TOLD;
    boolean bindsFail;
    boolean sharedId;
    boolean searchesFail;
    Duration answersAfter = Duration.ZERO;
    Runnable whileBinding = () -> {};

    FakeDirectory with(String id, String dn, String username, String password) {
        byId.put(id, new DirectoryUser(id, dn, username, null, null, null, Map.of(), Set.of()));
        passwords.put(dn, password);
        return this;
    }

    /** Somebody whose entry cannot be searched for. */
    FakeDirectory withPassword(String dn, String password) {
        passwords.put(dn, password);
        return this;
    }

    FakeDirectory without(String id) {
        DirectoryUser user = byId.remove(id);
        if (user != null) {
            passwords.remove(user.dn());
        }
        return this;
    }

    @Override
    public Lookup findByUsername(String username) {
        asked.add("search " + username);
        return byId.values().stream()
                .filter(user -> user.username().equals(username))
                .findFirst()
                .map(FakeDirectory::present)
                .orElseGet(this::absent);
    }

    @Override
    public Lookup findByEmail(String email) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Lookup findById(IdAttribute attribute, String id) {
        return startFindById(attribute, id).get();
    }

    @Override
    public Supplier<Lookup> startFindById(IdAttribute attribute, String id) {
        asked.add("search " + id);
        DirectoryUser user = byId.get(id);
        Lookup answer = user == null || searchesFail ? absent() : sharedId ? AMBIGUOUS : present(user);
        return () -> answer;
    }

    @Override
    public ReadOutcome read() {
        throw new UnsupportedOperationException();
    }

    @Override
    public BindOutcome bind(String dn, String password) {
        asked.add("bind " + dn);
        whileBinding.run();
        if (bindsFail) {
            return new BindOutcome.Unavailable(AWAY, answersAfter);
        }
        return password.equals(passwords.get(dn))
                ? new BindOutcome.Accepted(state)
                : new BindOutcome.InvalidCredentials(state, "", answersAfter);
    }

    @Override
    public ProbeOutcome probe() {
        throw new UnsupportedOperationException();
    }

    private Lookup absent() {
        return searchesFail ? new Lookup.Unknown(AWAY) : new Lookup.Absent();
    }

    private static Lookup present(DirectoryUser user) {
        return new Lookup.Present(user, List.of(), IdAttribute.UID_NUMBER);
    }
}
