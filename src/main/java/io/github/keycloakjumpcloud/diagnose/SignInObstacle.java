package io.github.keycloakjumpcloud.diagnose;

import io.github.keycloakjumpcloud.directory.Problem;

/** What can keep somebody from signing in, or deserves a look. Codes are part of the REST's answer, hence stable. */
public enum SignInObstacle {
    /** No arguments. */
    PROVIDER_DISABLED("providerDisabled", "jumpcloud.explain.provider.disabled"),
    /** No arguments. */
    IMPORT_OFF("importOff", "jumpcloud.explain.provider.importOff"),
    /** The user is in Keycloak already. No arguments. */
    NOT_REFRESHED("notRefreshed", "jumpcloud.explain.provider.notRefreshed"),
    /** {0} the complaint. */
    CONFIGURATION("configuration", "jumpcloud.explain.provider.configuration"),

    /** {0} user name. */
    MARK_LOST("markLost", "jumpcloud.explain.keycloak.markLost"),
    /** {0} what was asked for, {1} user name. */
    LOCAL_USER("localUser", "jumpcloud.explain.keycloak.local"),
    /** {0} what was asked for, {1} user name, {2} the other provider. */
    OTHER_PROVIDER("otherProvider", "jumpcloud.explain.keycloak.elsewhere"),

    /** {0} the address. */
    NAME_IS_ADDRESS("nameIsAddress", "jumpcloud.explain.keycloak.shadowed"),

    /** {0} what was asked for. */
    NOT_FOUND("notFound", "jumpcloud.explain.search.notFound"),
    /** {0} user name. */
    GONE("gone", "jumpcloud.explain.search.gone"),
    /** {0} user name. */
    GONE_UNPROVEN("goneUnproven", "jumpcloud.explain.search.goneUnproven"),
    /** {0} LDAP attribute. */
    AMBIGUOUS("ambiguous", "jumpcloud.explain.search.ambiguous"),

    /** {0} DN. */
    READER("reader", "jumpcloud.explain.reader.isReader"),

    /** {0} the complaint. */
    INCOMPLETE("incomplete", "jumpcloud.explain.identity.incomplete"),
    /** {0} user name. */
    DIFFERENT_PERSON("differentPerson", "jumpcloud.explain.identity.differentPerson"),
    /** {0} LDAP attribute, {1} its value. */
    SHARED_IDENTITY("sharedIdentity", "jumpcloud.explain.identity.shared"),
    /** {0} user name. */
    UNPROVEN("unproven", "jumpcloud.explain.identity.unproven"),

    /** {0} the required groups. */
    OUTSIDE_USER_GROUPS("outsideUserGroups", "jumpcloud.explain.userGroups.outside"),

    /** {0} the name, {1} who has it. */
    USERNAME_TAKEN("usernameTaken", "jumpcloud.explain.conflict.username"),
    /** {0} the address, {1} who has it. */
    EMAIL_TAKEN("emailTaken", "jumpcloud.explain.conflict.email"),
    /** {0} the complaint. */
    REFUSED_BY_KEYCLOAK("refusedByKeycloak", "jumpcloud.explain.conflict.refused"),

    /** What the entry says does not count yet. {0} until when. */
    REFRESHED_LATELY("refreshedLately", "jumpcloud.explain.refresh.until"),
    /** What the entry says does not count before the next sync. No arguments. */
    NEVER_REFRESHED("neverRefreshed", "jumpcloud.explain.refresh.never"),

    /** {0} since when. */
    DISABLED_BY_US("disabledByUs", "jumpcloud.explain.enabled.byUs"),
    /** No arguments. */
    DISABLED_BY_ADMINISTRATOR("disabledByAdministrator", "jumpcloud.explain.enabled.byAdministrator"),
    /** No arguments. */
    TEMPORARILY_LOCKED("temporarilyLocked", "jumpcloud.explain.enabled.temporarilyLocked"),
    /** No arguments. */
    PERMANENTLY_LOCKED("permanentlyLocked", "jumpcloud.explain.enabled.permanentlyLocked"),
    /** {0} since when. */
    DEPARTED("departed", "jumpcloud.explain.enabled.departed"),

    /** No arguments. */
    PASSWORD_REFUSED("passwordRefused", "jumpcloud.explain.bind.refused"),
    /** No arguments. */
    ACCOUNT_LOCKED("accountLocked", "jumpcloud.explain.bind.locked"),
    /** No arguments. */
    PASSWORD_EXPIRED("passwordExpired", "jumpcloud.explain.bind.expired"),
    /** No arguments. */
    CHANGE_NEEDED("changeNeeded", "jumpcloud.explain.bind.changeNeeded"),
    /** No arguments. */
    PUSH_UNANSWERED("pushUnanswered", "jumpcloud.explain.bind.pushUnanswered");

    private static final String PROBLEMS = "jumpcloud.problem.";

    private final String code;
    private final String messageKey;

    SignInObstacle(String code, String messageKey) {
        this.code = code;
        this.messageKey = messageKey;
    }

    /** The stable name. */
    public String code() {
        return code;
    }

    String messageKey() {
        return messageKey;
    }

    /** The stable name of a problem with the directory: the last part of its message key. */
    public static String code(Problem.Kind kind) {
        return kind.messageKey().substring(PROBLEMS.length());
    }
}
