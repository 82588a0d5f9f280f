package io.github.keycloakjumpcloud.credential;

import io.github.keycloakjumpcloud.config.IdAttribute;
import io.github.keycloakjumpcloud.config.SignInSettings;
import io.github.keycloakjumpcloud.directory.BindOutcome;
import io.github.keycloakjumpcloud.directory.Directory;
import io.github.keycloakjumpcloud.directory.Lookup;
import io.github.keycloakjumpcloud.dn.DistinguishedName;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Judges the sign-in of a user whom Keycloak knows. One bind as the stored DN; where what is known of him is old, a look at his entry is on its way
 * at the same time, so that both together take about one round trip. Belongs to one request.
 */
public final class SignIn {

    private static final String UNPROVEN =
            "the last sync did not find the user, and settings have changed since; sync first, and approve what it"
                    + " holds back";

    private final Directory directory;
    private final IdAttribute idAttribute;
    private final SignInSettings settings;
    private final SignInMemory memory;
    private final Predicate<IdAttribute> proof;
    private boolean mayPush;

    /**
     * @param idAttribute where directory ids come from; with {@link IdAttribute#AUTO} users are looked up by name
     * @param proof whether ids of this attribute mean what they meant when Keycloak got to know its users; asked only where it matters
     */
    public SignIn(
            Directory directory,
            IdAttribute idAttribute,
            SignInSettings settings,
            SignInMemory memory,
            Predicate<IdAttribute> proof) {
        this.directory = directory;
        this.idAttribute = idAttribute;
        this.settings = settings;
        this.memory = memory;
        this.proof = proof;
    }

    /** Judges a password; asks the directory at most four times (two binds and two searches). Called once. */
    public SignInAnswer judge(KnownUser user, String password) {
        if (password.isEmpty()) {
            // RFC 4513, 5.1.2: such a bind is an anonymous one, which many servers answer with success.
            return only(new Verdict.Refused("no password was typed"));
        }
        // The same password with a push is another question each time.
        return settings.secondFactor()
                ? ask(user, password)
                : memory.refusedPasswords().ask(user.keycloakId(), password, () -> ask(user, password));
    }

    private SignInAnswer ask(KnownUser user, String password) {
        long start = memory.now();
        @Nullable Supplier<Lookup> look = isDue(user) ? look(user) : null;
        BindOutcome bind = bind(user.dn(), password);
        boolean late = memory.isStale(start);
        if (look == null && bind instanceof BindOutcome.InvalidCredentials && !memory.isLookedUp(user)) {
            look = look(user);
        } else if (look != null && late && bind instanceof BindOutcome.Accepted) {
            // Somebody may have left while JumpCloud waited for the phone to be picked up.
            look = look(user);
        }
        @Nullable Lookup lookup = look == null ? null : look.get();
        SignInAnswer answer = lookup == null ? only(verdict(bind)) : together(user, password, bind, lookup);
        if (answer.verdict() instanceof Verdict.Refused
                && bind instanceof BindOutcome.InvalidCredentials
                && !(lookup instanceof Lookup.Unknown)) {
            memory.refusedPasswords().add(user.keycloakId(), password);
        }
        return new SignInAnswer(answer.verdict(), answer.seen(), start, memory.now());
    }

    private BindOutcome bind(String dn, String password) {
        mayPush = BindVerdict.mayPush(settings, password);
        return directory.bind(dn, password);
    }

    private boolean isDue(KnownUser user) {
        return Refresh.of(user.keycloakId(), user.departed(), settings, memory) instanceof Refresh.Due;
    }

    /** By identity: a name may be another's by now. */
    private Supplier<Lookup> look(KnownUser user) {
        String id = user.directoryId();
        return id == null || idAttribute == IdAttribute.AUTO
                ? () -> byName(user)
                : directory.startFindById(idAttribute, id);
    }

    private Lookup byName(KnownUser user) {
        Lookup found = directory.findByUsername(user.username());
        boolean another = user.directoryId() != null
                && found instanceof Lookup.Present present
                && !present.user().id().equals(user.directoryId());
        return another ? new Lookup.Absent() : found;
    }

    private SignInAnswer together(KnownUser user, String password, BindOutcome bind, Lookup lookup) {
        if (lookup instanceof Lookup.Present present) {
            return found(user, password, bind, present);
        }
        if (lookup instanceof Lookup.Unusable unusable) {
            return only(new Verdict.Refused(unusable.reason()));
        }
        if (lookup instanceof Lookup.Ambiguous ambiguous) {
            // Somebody was given his identity as well; his DN still is his.
            return only(user.departed() ? new Verdict.Refused(ambiguous.reason()) : verdict(bind));
        }
        if (lookup instanceof Lookup.Unknown unknown) {
            // What the last sync or sign-in said still counts, but not for somebody of whom it said that he is gone.
            return only(user.departed() ? new Verdict.Unavailable(unknown.problem()) : verdict(bind));
        }
        return !user.departed() && !proof.test(idAttribute)
                ? only(verdict(bind))
                : only(new Verdict.Refused(
                        "the user is no longer in JumpCloud, or not among those whom the settings let in; an account of"
                                + " the same name is somebody else's"));
    }

    private SignInAnswer found(KnownUser user, String password, BindOutcome first, Lookup.Present present) {
        boolean moved = !DistinguishedName.keyOf(present.user().dn()).equals(DistinguishedName.keyOf(user.dn()));
        boolean renamed = !present.user().username().equalsIgnoreCase(user.username());
        if ((moved || renamed) && !proof.test(present.idAttribute())) {
            // The id may be another person's under the new settings, who must not get in here; the stored DN is still
            // his.
            return only(user.departed() ? new Verdict.Refused(UNPROVEN) : verdict(first));
        }
        // What was answered for the old DN, success too, is somebody else's.
        BindOutcome bind = moved ? bind(present.user().dn(), password) : first;
        if (bind instanceof BindOutcome.Accepted) {
            return new SignInAnswer(verdict(bind), present, 0, 0);
        }
        if (!moved) {
            memory.lookedUp(user);
        }
        return only(verdict(bind));
    }

    private static SignInAnswer only(Verdict verdict) {
        return SignInAnswer.of(verdict);
    }

    private Verdict verdict(BindOutcome bind) {
        return BindVerdict.of(bind, mayPush);
    }
}
