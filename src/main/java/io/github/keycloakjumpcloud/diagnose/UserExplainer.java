package io.github.keycloakjumpcloud.diagnose;

import io.github.keycloakjumpcloud.access.DirectoryAccess;
import io.github.keycloakjumpcloud.config.JumpCloudConfig;
import io.github.keycloakjumpcloud.credential.BindVerdict;
import io.github.keycloakjumpcloud.credential.Bulkhead;
import io.github.keycloakjumpcloud.credential.SignInAnswer;
import io.github.keycloakjumpcloud.directory.Lookup;
import io.github.keycloakjumpcloud.store.Transactions;
import io.github.keycloakjumpcloud.sync.PersonForecast;
import io.github.keycloakjumpcloud.sync.SettingsProof;
import io.github.keycloakjumpcloud.sync.UserSync;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.storage.StorageUnavailableException;
import org.keycloak.storage.UserStorageProviderModel;

/**
 * Says why somebody can or cannot sign in. Asks what a sign-in would ask, imports nobody, writes nothing, and leaves what is remembered of sign-ins
 * alone; only JumpCloud itself may count a wrong password. Belongs to one session.
 */
public final class UserExplainer {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final ComponentModel component;
    private final DirectoryAccess access;
    private final Bulkhead pushes;

    /** Explains users of this component; {@code pushes} bounds how many of Keycloak's threads wait for somebody to take up a phone. */
    public UserExplainer(
            KeycloakSession session,
            RealmModel realm,
            ComponentModel component,
            DirectoryAccess access,
            Bulkhead pushes) {
        this.session = session;
        this.realm = realm;
        this.component = component;
        this.access = access;
        this.pushes = pushes;
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
        } catch (StorageUnavailableException e) {
            return UserDiagnosis.unreadable(asked, String.valueOf(e.getMessage()));
        }
        UserDiagnosis diagnosis = new UserDiagnosis(observe(asked.strip()));
        if (password == null) {
            return diagnosis.withoutPassword();
        }
        Optional<String> dn = diagnosis.dnToTry();
        return dn.isEmpty() ? diagnosis.untried() : tried(diagnosis, dn.get(), password);
    }

    private UserExplanation tried(UserDiagnosis diagnosis, String dn, String password) {
        boolean mayPush = BindVerdict.mayPush(access.config().signIn(), password);
        long begun = System.nanoTime();
        Supplier<SignInAnswer> question =
                () -> SignInAnswer.of(BindVerdict.of(access.directory().bind(dn, password), mayPush));
        SignInAnswer answer = access.config().signIn().secondFactor() ? pushes.ask(dn, question) : question.get();
        return diagnosis.tried(
                answer.verdict(), Duration.ofNanos(System.nanoTime() - begun).toMillis());
    }

    private UserObservation observe(String asked) {
        JumpCloudConfig config = access.config();
        AccountReader accounts = new AccountReader(session, realm, component.getId());
        Account holder = accounts.named(asked);
        UserSearches searches = new UserSearches(access.directory(), config.users());
        UserSearch search = holder != null && holder.isOurs()
                ? searches.forKnown(holder)
                : searches.forStranger(asked, accounts.mayBeEmail(asked));
        Lookup.Present present = search.present();
        PersonForecast forecast = present == null ? null : forecast(config, present);
        Account account = account(accounts, holder, forecast);
        return new UserObservation(
                asked,
                new UserStorageProviderModel(component).isEnabled(),
                config,
                holder,
                account,
                search,
                forecast,
                present == null || holder != null || account == null || isAlone(present),
                account == null || isProven(config, present));
    }

    private PersonForecast forecast(JumpCloudConfig config, Lookup.Present present) {
        Transactions transactions = new Transactions(session.getKeycloakSessionFactory(), realm.getId());
        return new UserSync(transactions, config, component.getId()).forecast(present);
    }

    private static @Nullable Account account(
            AccountReader accounts, @Nullable Account holder, @Nullable PersonForecast forecast) {
        if (holder != null) {
            return holder.isOurs() ? holder : null;
        }
        return forecast == null || forecast.known() == null
                ? null
                : accounts.withId(forecast.known().keycloakId());
    }

    /** As a sign-in under a new name does before it believes the rename. */
    private boolean isAlone(Lookup.Present present) {
        return access.directory().findById(present.idAttribute(), present.user().id()) instanceof Lookup.Present only
                && only.user().dn().equals(present.user().dn());
    }

    private boolean isProven(JumpCloudConfig config, Lookup.@Nullable Present present) {
        KeycloakSessionFactory sessions = session.getKeycloakSessionFactory();
        return new SettingsProof(sessions, realm.getId(), component.getId(), config)
                .isGiven(present == null ? config.users().idAttribute() : present.idAttribute());
    }
}
