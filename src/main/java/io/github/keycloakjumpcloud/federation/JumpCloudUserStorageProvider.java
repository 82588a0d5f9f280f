package io.github.keycloakjumpcloud.federation;

import io.github.keycloakjumpcloud.access.DirectoryAccess;
import io.github.keycloakjumpcloud.access.DirectoryUnavailableException;
import io.github.keycloakjumpcloud.credential.Bulkhead;
import io.github.keycloakjumpcloud.credential.PasswordWithCode;
import io.github.keycloakjumpcloud.credential.SignInAnswer;
import io.github.keycloakjumpcloud.credential.SignInMemories;
import io.github.keycloakjumpcloud.credential.SignInMemory;
import io.github.keycloakjumpcloud.credential.Verdict;
import io.github.keycloakjumpcloud.directory.Directory;
import io.github.keycloakjumpcloud.directory.Lookup;
import io.github.keycloakjumpcloud.login.SecondFactorStore;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.component.ComponentModel;
import org.keycloak.credential.CredentialInput;
import org.keycloak.credential.CredentialInputUpdater;
import org.keycloak.credential.CredentialInputValidator;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.storage.ReadOnlyException;
import org.keycloak.storage.StorageId;
import org.keycloak.storage.UserStorageProvider;
import org.keycloak.storage.user.ImportedUserValidation;
import org.keycloak.storage.user.UserLookupProvider;
import org.keycloak.userprofile.AttributeMetadata;
import org.keycloak.userprofile.UserProfileDecorator;
import org.keycloak.userprofile.UserProfileMetadata;

/**
 * JumpCloud's users in one Keycloak session. Users are imported, so Keycloak asks here only for those it does not know yet; searches, lists
 * and counts come from Keycloak's database alone.
 */
public final class JumpCloudUserStorageProvider
        implements UserStorageProvider,
                UserLookupProvider,
                CredentialInputValidator,
                CredentialInputUpdater,
                ImportedUserValidation,
                UserProfileDecorator,
                SecondFactorStore {

    private static final Logger LOG = Logger.getLogger(JumpCloudUserStorageProvider.class);

    private final KeycloakSession session;
    private final ComponentModel model;
    private final DirectoryAccess access;
    private final SignInMemories memories;
    private final Bulkhead pushes;
    private final Bulkhead codes;
    private final PersonImport people;
    private final PasswordJudge judge;

    /**
     * @param pushes bounds how many of Keycloak's threads wait for somebody to take up a phone
     * @param codes bounds how many of them wait for an answer to a code
     */
    JumpCloudUserStorageProvider(
            KeycloakSession session,
            ComponentModel model,
            DirectoryAccess access,
            SignInMemories memories,
            Bulkhead pushes,
            Bulkhead codes) {
        this.session = session;
        this.model = model;
        this.access = access;
        this.memories = memories;
        this.pushes = pushes;
        this.codes = codes;
        this.people = new PersonImport(session, model, access);
        this.judge = new PasswordJudge(session, model, access, memories, people);
    }

    /** Never touches the network: the last sync or sign-in said what is true. */
    @Override
    public UserModel validate(RealmModel realm, UserModel user) {
        return new ImportedUser(
                user, model.getId(), () -> ManagedAttributes.of(access.config().users()));
    }

    /** Ids of imported users are Keycloak's own and never come here; an id of the form {@code f:component:id} carries the directory's. */
    @Override
    public @Nullable UserModel getUserById(RealmModel realm, String id) {
        return imported(realm, people.ofDirectory(realm, StorageId.externalId(id)));
    }

    @Override
    public @Nullable UserModel getUserByUsername(RealmModel realm, String username) {
        try {
            return look(realm, "username", username, directory -> directory.findByUsername(username));
        } catch (DirectoryUnavailableException e) {
            return JumpCloudUnavailable.duringLookUp(session, realm, model, e);
        }
    }

    @Override
    public @Nullable UserModel getUserByEmail(RealmModel realm, String email) {
        try {
            return look(realm, "email", email, directory -> directory.findByEmail(email));
        } catch (DirectoryUnavailableException e) {
            return NextProvider.insteadOf(e);
        }
    }

    @Override
    public boolean supportsCredentialType(String credentialType) {
        return PasswordCredentialModel.TYPE.equals(credentialType);
    }

    @Override
    public boolean isConfiguredFor(RealmModel realm, UserModel user, String credentialType) {
        return supportsCredentialType(credentialType);
    }

    /** One bind as the stored DN, and a look at the user's entry where what is known of him is old. */
    @Override
    public boolean isValid(RealmModel realm, UserModel user, CredentialInput input) {
        String password = input.getChallengeResponse();
        if (!supportsCredentialType(input.getType()) || password == null) {
            return false;
        }
        Verdict verdict = judged(realm, user, password);
        if (verdict instanceof Verdict.Unavailable unavailable) {
            throw JumpCloudUnavailable.during(session, unavailable.problem());
        }
        if (verdict instanceof Verdict.Unanswered) {
            throw JumpCloudUnavailable.unanswered(session);
        }
        return verdict.letsIn();
    }

    private Verdict judged(RealmModel realm, UserModel user, String password) {
        try {
            Supplier<SignInAnswer> question = judge.question(realm, user, password);
            return judge.settle(realm, user, password, answer(user, password, question));
        } catch (DirectoryUnavailableException e) {
            LOG.warn(e.getMessage());
            throw JumpCloudUnavailable.during(session, String.valueOf(e.getMessage()));
        }
    }

    private SignInAnswer answer(UserModel user, String password, Supplier<SignInAnswer> question) {
        if (!asksSecondFactor()) {
            return question.get();
        }
        // Who typed a code waits for nobody's phone.
        return (PasswordWithCode.isOne(password) ? codes : pushes).ask(user.getId(), question);
    }

    @Override
    public boolean asksSecondFactor() {
        return access.config().signIn().secondFactor();
    }

    @Override
    public Supplier<SignInAnswer> question(RealmModel realm, UserModel user, String password) {
        return judge.question(realm, user, password);
    }

    /** No password is kept for outages: a second factor is asked. */
    @Override
    public Verdict settle(RealmModel realm, UserModel user, SignInAnswer answer) {
        return judge.settle(realm, user, "", answer);
    }

    private SignInMemory memory() {
        return memories.of(model.getId(), access.config());
    }

    @Override
    public boolean updateCredential(RealmModel realm, UserModel user, CredentialInput input) {
        throw new ReadOnlyException("Passwords are changed in the JumpCloud User Portal, not in Keycloak");
    }

    /** Nothing to disable: the password is JumpCloud's. */
    @Override
    public void disableCredentialType(RealmModel realm, UserModel user, String credentialType) {}

    @Override
    public Stream<String> getDisableableCredentialTypesStream(RealmModel realm, UserModel user) {
        return Stream.empty();
    }

    /** Shows in the console that the password lives in JumpCloud; when it was set is not known there. */
    @Override
    public Stream<CredentialModel> getCredentials(RealmModel realm, UserModel user) {
        CredentialModel password = new CredentialModel();
        password.setType(PasswordCredentialModel.TYPE);
        password.setFederationLink(model.getId());
        password.setCreatedDate(-1L);
        return Stream.of(password);
    }

    @Override
    public List<AttributeMetadata> decorateUserProfile(String providerId, UserProfileMetadata metadata) {
        return ProfileView.decorate(session, metadata, access.config().users(), model.getName());
    }

    /** A realm that is removed takes its components with it without telling their factories. */
    @Override
    public void preRemove(RealmModel realm) {
        access.forget();
        memories.remove(model.getId());
    }

    @Override
    public void close() {}

    private @Nullable UserModel look(RealmModel realm, String kind, String name, Function<Directory, Lookup> question) {
        if (!access.config().importEnabled()) {
            return null;
        }
        access.settleIdentity(realm);
        Lookup answer = memory().unknownNames()
                .find(kind + ":" + name.strip().toLowerCase(Locale.ROOT), () -> question.apply(access.directory()));
        try (UninterruptedWork work = new UninterruptedWork()) {
            UserModel found = people.user(realm, answer, work);
            if (found != null) {
                memory().refreshed(found.getId());
            }
            return imported(realm, found);
        }
    }

    private @Nullable UserModel imported(RealmModel realm, @Nullable UserModel user) {
        return user == null ? null : validate(realm, user);
    }
}
