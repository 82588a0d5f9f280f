package io.github.keycloakjumpcloud.federation;

import io.github.keycloakjumpcloud.access.DirectoryAccess;
import io.github.keycloakjumpcloud.access.DirectoryUnavailableException;
import io.github.keycloakjumpcloud.config.JumpCloudConfig;
import io.github.keycloakjumpcloud.credential.KnownUser;
import io.github.keycloakjumpcloud.credential.OutageLogin;
import io.github.keycloakjumpcloud.credential.SignIn;
import io.github.keycloakjumpcloud.credential.SignInAnswer;
import io.github.keycloakjumpcloud.credential.SignInMemories;
import io.github.keycloakjumpcloud.credential.SignInMemory;
import io.github.keycloakjumpcloud.credential.Verdict;
import io.github.keycloakjumpcloud.directory.Lookup;
import io.github.keycloakjumpcloud.dn.DistinguishedName;
import io.github.keycloakjumpcloud.store.Marks;
import io.github.keycloakjumpcloud.store.StoredPasswords;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Lets JumpCloud judge passwords of one provider's users, and settles what its answer means for Keycloak. Belongs to one session. */
final class PasswordJudge {

    private final KeycloakSession session;
    private final ComponentModel model;
    private final DirectoryAccess access;
    private final SignInMemories memories;
    private final PersonImport people;

    PasswordJudge(
            KeycloakSession session,
            ComponentModel model,
            DirectoryAccess access,
            SignInMemories memories,
            PersonImport people) {
        this.session = session;
        this.model = model;
        this.access = access;
        this.memories = memories;
        this.people = people;
    }

    /**
     * A question about a user's password, which keeps nothing of this session and may be asked on any thread.
     *
     * @throws DirectoryUnavailableException where the user cannot be asked about
     */
    Supplier<SignInAnswer> question(RealmModel realm, UserModel user, String password) {
        String dn = user.getFirstAttribute(Marks.LDAP_ENTRY_DN);
        if (dn == null) {
            throw new DirectoryUnavailableException(model.getName() + ": user '" + user.getUsername()
                    + "' has lost the attribute " + Marks.LDAP_ENTRY_DN + "; a sync restores it");
        }
        if (isReader(dn)) {
            return () ->
                    SignInAnswer.of(new Verdict.Refused("it is the account with which Keycloak searches JumpCloud"));
        }
        KnownUser known = known(user, dn);
        JumpCloudConfig config = access.config();
        SignIn signIn = new SignIn(
                access.directory(),
                config.users().idAttribute(),
                config.signIn(),
                memory(),
                people.proof(realm.getId())::isGiven);
        return () -> signIn.judge(known, password);
    }

    /**
     * Writes and logs what follows from an answer.
     *
     * @param password what was typed, to be kept for outages where that is switched on; empty where it must not be
     */
    Verdict settle(RealmModel realm, UserModel user, String password, SignInAnswer answer) {
        KnownUser known = known(user, String.valueOf(user.getFirstAttribute(Marks.LDAP_ENTRY_DN)));
        Lookup.Present seen = answer.seen();
        boolean stale = seen != null && memory().isStale(answer);
        if (seen != null && !stale) {
            bringUpToDate(realm, user, known, seen);
        }
        // A sync may have been there since; it knows better than an answer that waited for its browser.
        Verdict verdict = stale && known.departed()
                ? new Verdict.Refused("the last sync did not find the user")
                : outageLogin(realm, user).review(known, password, answer);
        access.meters().signedIn(verdict);
        new SignInTrail(session, realm, model).leave(user, known.dn(), verdict);
        return verdict;
    }

    /** One sign-in of a user at a time writes; the others have seen the same. */
    private void bringUpToDate(RealmModel realm, UserModel user, KnownUser known, Lookup.Present seen) {
        SignInMemory memory = memory();
        if (!memory.beginRefresh(known.keycloakId())) {
            return;
        }
        try {
            boolean written = access.config().importEnabled() && people.refresh(realm, user, seen);
            // As long as Keycloak has another DN than the directory, every sign-in has to look.
            if (written || DistinguishedName.keyOf(seen.user().dn()).equals(DistinguishedName.keyOf(known.dn()))) {
                memory.refreshed(known.keycloakId());
            }
        } finally {
            memory.endRefresh(known.keycloakId());
        }
    }

    private OutageLogin outageLogin(RealmModel realm, UserModel user) {
        return new OutageLogin(
                Duration.ofHours(access.config().signIn().outageHours()),
                user.isEnabled(),
                new StoredPasswords(session, realm.getId(), model.getId()),
                new RealmHashing(session, realm),
                memory(),
                Clock.systemUTC());
    }

    private SignInMemory memory() {
        return memories.of(model.getId(), access.config());
    }

    private static KnownUser known(UserModel user, String dn) {
        return new KnownUser(
                user.getId(),
                user.getUsername(),
                user.getFirstAttribute(Marks.LDAP_ID),
                dn,
                user.getFirstAttribute(Marks.DEPARTED) != null);
    }

    /** The reader is a service account unless the configuration says that it is a person. */
    private boolean isReader(String dn) {
        JumpCloudConfig config = access.config();
        return !config.users().importBindUser()
                && DistinguishedName.keyOf(dn)
                        .equals(DistinguishedName.keyOf(config.connection().bindDn()));
    }
}
