package io.github.keycloakjumpcloud.config;

import static io.github.keycloakjumpcloud.config.InvalidValueException.label;

import io.github.keycloakjumpcloud.dn.DistinguishedName;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A stored password is sent only to the servers, and under the name, that it was typed for. Otherwise anybody who may edit the provider could
 * have it sent to a server of their own. Stateless and thread-safe.
 *
 * <p>What {@code validateConfiguration} sees when the console saves (Keycloak 26.7, {@code RepresentationToModel.updateComponent}): the console
 * posts {@code **********} for an untouched password; Keycloak removes that value from the submitted list, and as the list is then empty, the
 * component keeps the stored password. The mask is therefore never seen on an update, and a password typed again is indistinguishable from the
 * stored one where both are the same. (On creation Keycloak keeps the mask literally; {@link ReaderFields} takes it for a missing password.) The
 * stored state, {@code previous}, is what {@code realm.getComponent(id)} gives during validation: the entity is written afterwards.
 */
public final class BindCredentialRule {

    /** What Keycloak takes for a vault expression ({@code StripSecretsUtils}); it is a name, not a secret, and stays visible in the console. */
    private static final Pattern VAULT = Pattern.compile("\\$\\{vault\\.[^}]*}");

    private BindCredentialRule() {}

    /**
     * Whether {@code next} would send the password stored in {@code previous} elsewhere: to another list of servers or under another name.
     * Spellings that mean the same are no change. Nothing is asked for where no password is stored, or only a vault expression.
     *
     * @param previous values as stored
     * @param next values to be stored
     */
    public static boolean mustBeTypedAnew(Map<String, List<String>> previous, Map<String, List<String>> next) {
        FormFields before = FormFields.of(previous);
        FormFields after = FormFields.of(next);
        Optional<String> stored = credential(before);
        Optional<String> given = credential(after);
        if (stored.isEmpty() || given.isEmpty() || VAULT.matcher(given.get()).matches()) {
            return false;
        }
        boolean same = given.equals(stored) || given.get().equals(ReaderFields.MASK);
        return same && isElsewhere(before, after);
    }

    /** The problem to report where {@link #mustBeTypedAnew} holds. */
    public static Optional<ConfigProblem> check(Map<String, List<String>> previous, Map<String, List<String>> next) {
        return mustBeTypedAnew(previous, next) ? Optional.of(problem()) : Optional.empty();
    }

    /**
     * The same for settings that are tried without being saved, and stricter, because nothing of them stays to be seen afterwards: what a vault
     * holds goes only where a save has sent it before, and the stored password does not travel with less protection than it was stored with.
     *
     * @param previous values as stored
     * @param next values to be tried, with the stored password where none was given
     * @param typed whether the password was given; whoever knows it may send it anywhere, but a vault expression is only its name
     */
    public static Optional<ConfigProblem> checkTrial(
            Map<String, List<String>> previous, Map<String, List<String>> next, boolean typed) {
        FormFields before = FormFields.of(previous);
        FormFields after = FormFields.of(next);
        Optional<String> given = credential(after);
        boolean same = given.isPresent() && given.equals(credential(before));
        boolean vault = VAULT.matcher(given.orElse("")).matches();
        if (vault && !same) {
            return Optional.of(ConfigProblem.of("jumpcloud.config.vaultBeforeSave", label(ConfigKeys.BIND_CREDENTIAL)));
        }
        boolean known = typed && !vault;
        return same && !known && (isElsewhere(before, after) || isLessProtected(before, after))
                ? Optional.of(problem())
                : Optional.empty();
    }

    private static ConfigProblem problem() {
        return ConfigProblem.of(
                "jumpcloud.config.credentialMustBeTypedAnew",
                label(ConfigKeys.BIND_CREDENTIAL),
                label(ConfigKeys.CONNECTION_URL),
                label(ConfigKeys.BIND_DN));
    }

    private static boolean isElsewhere(FormFields before, FormFields after) {
        return differ(before, after, ConfigKeys.CONNECTION_URL, form -> form.connection()
                        .servers())
                || differ(
                        before,
                        after,
                        ConfigKeys.BIND_DN,
                        form -> DistinguishedName.keyOf(form.reader().bindDn()));
    }

    private static boolean isLessProtected(FormFields before, FormFields after) {
        return loses(before, after, ConnectionFields::startTls)
                || loses(before, after, ConnectionFields::verifyCertificates);
    }

    private static boolean loses(FormFields before, FormFields after, Predicate<ConnectionFields> protection) {
        return isProtected(before, protection) && !isProtected(after, protection);
    }

    /** What cannot be read counts as protected: it was never used without. */
    private static boolean isProtected(FormFields form, Predicate<ConnectionFields> protection) {
        try {
            return protection.test(form.connection());
        } catch (InvalidValueException e) {
            return true;
        }
    }

    /** Whether this is the problem of a provider without a password, which is also what a masked one counts as. */
    public static boolean isMissing(ConfigProblem problem) {
        return problem.messageKey().equals(ReaderFields.CREDENTIAL_MISSING);
    }

    private static Optional<String> credential(FormFields form) {
        return form.reader().values().verbatim(ConfigKeys.BIND_CREDENTIAL);
    }

    private static boolean differ(
            FormFields before, FormFields after, String key, Function<FormFields, Object> meaning) {
        return !Objects.equals(meaning(before, key, meaning), meaning(after, key, meaning));
    }

    /** What the field means; where it cannot be read, its texts. */
    private static Object meaning(FormFields form, String key, Function<FormFields, Object> meaning) {
        try {
            return meaning.apply(form);
        } catch (InvalidValueException e) {
            return form.reader().values().texts(key);
        }
    }
}
