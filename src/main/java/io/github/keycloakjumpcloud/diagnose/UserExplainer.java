package io.github.keycloakjumpcloud.diagnose;

import io.github.keycloakjumpcloud.access.DirectoryAccess;
import io.github.keycloakjumpcloud.access.DirectoryUnavailableException;
import io.github.keycloakjumpcloud.credential.PasswordTrials;
import io.github.keycloakjumpcloud.credential.SignInMemories;
import io.github.keycloakjumpcloud.credential.Verdict;
import io.github.keycloakjumpcloud.dn.DistinguishedName;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Says why somebody can or cannot sign in. Asks what a sign-in would ask, imports nobody, writes nothing, and leaves what is remembered of sign-ins
 * alone; only JumpCloud itself may count a wrong password. Belongs to one session.
 */
public final class UserExplainer {

    private static final String PLACE = "jumpcloud-trial ";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final ComponentModel component;
    private final DirectoryAccess access;
    private final SignInMemories memories;
    private final PasswordTrials trials;

    /** Explains users of this component; {@code trials} bounds how many passwords can be tried. */
    public UserExplainer(
            KeycloakSession session,
            RealmModel realm,
            ComponentModel component,
            DirectoryAccess access,
            SignInMemories memories,
            PasswordTrials trials) {
        this.session = session;
        this.realm = realm;
        this.component = component;
        this.access = access;
        this.memories = memories;
        this.trials = trials;
    }

    /**
     * Looks at one user. Asks JumpCloud a handful of questions, each for a bounded while.
     *
     * @param asked user name or e-mail address
     * @param password to be tried in one bind and kept nowhere, or {@code null}
     */
    public UserExplanation explain(String asked, @Nullable String password) {
        try {
            access.config();
        } catch (DirectoryUnavailableException e) {
            return UserDiagnosis.unreadable(asked, String.valueOf(e.getMessage()));
        }
        UserObservation seen = new UserObserver(
                        session, realm, component, access, memories.of(component.getId(), access.config()))
                .observe(asked.strip());
        UserDiagnosis diagnosis = new UserDiagnosis(seen);
        if (password == null) {
            return diagnosis.withoutPassword();
        }
        Optional<String> dn = diagnosis.dnToTry();
        return dn.isEmpty()
                ? diagnosis.untried()
                : tried(diagnosis, user(seen.account(), dn.get()), dn.get(), password);
    }

    private UserExplanation tried(UserDiagnosis diagnosis, String user, String dn, String password) {
        long begun = System.nanoTime();
        Verdict verdict = trials.verdict(user, access.config().signIn(), password, this::take, () -> access.directory()
                .bind(dn, password));
        return diagnosis.tried(
                verdict, Duration.ofNanos(System.nanoTime() - begun).toMillis());
    }

    /** Keycloak shares these between nodes, and lets one of several have each. */
    private boolean take(String place, Duration life) {
        return session.singleUseObjects().putIfAbsent(PLACE + place, life.toSeconds());
    }

    /** As sign-ins are counted; who has none is still the same under a name and under an address. */
    private String user(@Nullable Account account, String dn) {
        return account == null ? component.getId() + " " + DistinguishedName.keyOf(dn) : account.keycloakId();
    }
}
