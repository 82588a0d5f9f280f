package io.github.keycloakjumpcloud.diagnose;

import io.github.keycloakjumpcloud.access.DirectoryAccess;
import io.github.keycloakjumpcloud.config.JumpCloudConfig;
import io.github.keycloakjumpcloud.credential.Refresh;
import io.github.keycloakjumpcloud.credential.SignInMemory;
import io.github.keycloakjumpcloud.directory.Lookup;
import io.github.keycloakjumpcloud.store.LocalUser;
import io.github.keycloakjumpcloud.store.Transactions;
import io.github.keycloakjumpcloud.sync.PersonForecast;
import io.github.keycloakjumpcloud.sync.SettingsProof;
import io.github.keycloakjumpcloud.sync.UserSync;
import org.jspecify.annotations.Nullable;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.storage.UserStorageProviderModel;

/** Looks at somebody in Keycloak and in JumpCloud, in the order in which a sign-in does. Belongs to one session; its settings can be read. */
final class UserObserver {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final ComponentModel component;
    private final DirectoryAccess access;
    private final SignInMemory memory;

    UserObserver(
            KeycloakSession session,
            RealmModel realm,
            ComponentModel component,
            DirectoryAccess access,
            SignInMemory memory) {
        this.session = session;
        this.realm = realm;
        this.component = component;
        this.access = access;
        this.memory = memory;
    }

    UserObservation observe(String asked) {
        AccountReader accounts = new AccountReader(session, realm, component.getId());
        UserSearches searches = new UserSearches(access.directory(), config().users());
        Account holder = accounts.withEmail(asked);
        if (holder == null) {
            Account namesake = accounts.withUsername(asked);
            if (namesake != null && asksForAddress(accounts, asked)) {
                UserSearch search = searches.forAddress(asked);
                if (leadsSomewhere(search)) {
                    return observation(asked, accounts, null, namesake, search);
                }
            }
            holder = namesake;
        }
        UserSearch search = holder != null && holder.isOurs()
                ? searches.forKnown(holder)
                : searches.forStranger(asked, accounts.mayBeEmail(asked));
        return observation(asked, accounts, holder, null, search);
    }

    /** Keycloak asks its database and its providers for an address before it asks anybody for a user name. */
    private boolean asksForAddress(AccountReader accounts, String asked) {
        return accounts.mayBeEmail(asked) && isEnabled() && config().importEnabled();
    }

    /** Whether a sign-in would be that of the entry found; otherwise Keycloak goes on to the user name. */
    private boolean leadsSomewhere(UserSearch search) {
        Lookup.Present present = search.present();
        if (present == null) {
            return false;
        }
        PersonForecast forecast = forecast(present);
        LocalUser known = forecast.known();
        if (known == null) {
            return forecast.failure() == null;
        }
        return known.username().equals(present.user().username()) || (isAlone(present) && isProven(present));
    }

    private UserObservation observation(
            String asked,
            AccountReader accounts,
            @Nullable Account holder,
            @Nullable Account shadowed,
            UserSearch search) {
        Lookup.Present present = search.present();
        PersonForecast forecast = present == null ? null : forecast(present);
        Account account = account(accounts, holder, forecast);
        return new UserObservation(
                asked,
                isEnabled(),
                config(),
                holder,
                shadowed,
                account,
                search,
                forecast,
                present == null || holder != null || account == null || isAlone(present),
                account == null || isProven(present),
                refresh(holder));
    }

    private JumpCloudConfig config() {
        return access.config();
    }

    private boolean isEnabled() {
        return new UserStorageProviderModel(component).isEnabled();
    }

    /** Whoever is not found in Keycloak under this name is looked for in JumpCloud. */
    private Refresh refresh(@Nullable Account holder) {
        return holder == null || !holder.isOurs()
                ? new Refresh.Due()
                : Refresh.of(holder.keycloakId(), holder.departed(), config().signIn(), memory);
    }

    private PersonForecast forecast(Lookup.Present present) {
        Transactions transactions = new Transactions(session.getKeycloakSessionFactory(), realm.getId());
        return new UserSync(transactions, config(), component.getId()).forecast(present);
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

    private boolean isProven(Lookup.@Nullable Present present) {
        return new SettingsProof(session.getKeycloakSessionFactory(), realm.getId(), component.getId(), config())
                .isGiven(present == null ? config().users().idAttribute() : present.idAttribute());
    }
}
