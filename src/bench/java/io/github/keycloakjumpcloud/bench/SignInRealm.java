package io.github.keycloakjumpcloud.bench;

import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.KeycloakServer;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import io.github.keycloakjumpcloud.keycloak.SecondFactorForm;
import io.github.keycloakjumpcloud.keycloak.SignInLine;
import io.github.keycloakjumpcloud.keycloak.SignInResult;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A realm whose people are imported already, without brute-force detection: every wrong password reaches the directory. */
final class SignInRealm implements AutoCloseable {

    private static final Duration ANSWER_LIMIT = Duration.ofMinutes(2);
    private static final Duration SYNC_LIMIT = Duration.ofMinutes(30);
    private static final int WARM_UP_USERS = 20;
    private static final String REFRESH = "loginRefreshSeconds";

    private final RealmApi realm;
    private final FederationApi federation;
    private final People people;
    private final SignInLine line;
    private final AtomicInteger used = new AtomicInteger();

    SignInRealm(FederationApi federation, People people) {
        this.realm = federation.realm();
        this.federation = federation;
        this.people = people;
        this.line = SignInLine.to(realm, ANSWER_LIMIT);
        federation.fullSync().ok();
    }

    /** Imports from near by, then moves away. */
    static SignInRealm of(
            KeycloakServer server, Contender contender, BenchDirectory directory, List<String> urls, People people) {
        RealmApi realm = server.admin().waiting(SYNC_LIMIT).createRealm();
        SignInRealm imported = new SignInRealm(contender.federate(realm, directory.url(0)), people);
        contender.move(imported.federation, urls);
        return imported;
    }

    /** With this project's form for browsers. */
    RealmApi withForm() {
        SecondFactorForm.use(realm);
        return realm;
    }

    /** Whether entries are read at every sign-in or, as by default, at most every five minutes. Of this extension only. */
    void refreshAlways(boolean always) {
        federation.update(Map.of(REFRESH, List.of(always ? "0" : "300"))).ok();
    }

    /** Everybody of the circle signs in so once, whom nobody measures. */
    void warmUp(SignInKind kind) {
        warmUp(kind, SignInKind.CIRCLE);
    }

    void warmUp(SignInKind kind, int signIns) {
        run(kind, WARM_UP_USERS, signIns);
    }

    Load.Outcome run(SignInKind kind, int users, int signIns) {
        int first = used.getAndAdd(signIns);
        return new Load(users, () -> typed -> isRight(kind, typed))
                .run(signIns, number -> kind.credentials(people, first + number));
    }

    private boolean isRight(SignInKind kind, Credentials typed) {
        try {
            SignInResult answer = kind == SignInKind.ID_TOKEN
                    ? line.withIdToken(typed.username(), typed.password())
                    : line.with(typed.username(), typed.password());
            return kind.isRight() ? answer.isSuccess() : answer.error().equals("invalid_grant");
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        realm.delete();
    }
}
