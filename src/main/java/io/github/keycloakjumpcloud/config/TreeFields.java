package io.github.keycloakjumpcloud.config;

import static io.github.keycloakjumpcloud.config.InvalidValueException.label;
import static io.github.keycloakjumpcloud.config.InvalidValueException.quoted;

import io.github.keycloakjumpcloud.dn.DistinguishedName;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Root path and search bases. Each may be written in full, or without {@code dc=jumpcloud,dc=com}, as Bitwarden's connector wants its user and
 * group paths, and the root may be the users' container, as Wayk's "base distinguished name" is.
 */
record TreeFields(ConfigValues values, OrganizationField organization) implements Fields {

    private static final Pattern EMPTY_VALUE = Pattern.compile("=\\s*(?:[,;+]|$)");
    private static final String CONTAINER = "Users";
    private static final String SUFFIX = "dc=jumpcloud,dc=com";

    @Override
    public List<Supplier<?>> readers() {
        return List.of(this::base, () -> searchBase(ConfigKeys.USERS_DN), () -> searchBase(ConfigKeys.GROUPS_DN));
    }

    /** The root of the organisation's tree. */
    DistinguishedName base() {
        DistinguishedName root = root();
        return isContainer(root) ? root.parent().orElse(root) : root;
    }

    /** The full DN below which {@code key}'s entries are searched. */
    String searchBase(String key) {
        Optional<String> given = values.text(key);
        if (given.isEmpty()) {
            DistinguishedName root = root();
            return isContainer(root) ? root.toString() : container();
        }
        DistinguishedName dn = complete(parse(key, given.get()));
        checkOrganization(key, dn);
        if (!dn.isWithin(base())) {
            throw new InvalidValueException(
                    "jumpcloud.config.dnOutsideBase",
                    label(key),
                    quoted(given.get()),
                    label(ConfigKeys.BASE_DN),
                    quoted(base().toString()));
        }
        return dn.toString();
    }

    /** JumpCloud's only container, for users and groups alike. */
    String container() {
        return "ou=" + CONTAINER + "," + base();
    }

    /** Whether the root is JumpCloud's, not that of another directory with the same shape. */
    boolean isJumpCloud() {
        return isJumpCloud(base());
    }

    /** Adds what is missing at the end of a DN that was written relative to the root or to JumpCloud's suffix. */
    DistinguishedName complete(DistinguishedName dn) {
        DistinguishedName base = base();
        if (dn.isWithin(base) || dn.value("dc").isPresent()) {
            return dn;
        }
        if (dn.value("o").isPresent()) {
            return below(dn, aboveOrganization(base).orElse(base));
        }
        return below(dn, base);
    }

    void checkOrganization(String key, DistinguishedName dn) {
        Optional<String> other = dn.value("o").filter(o -> !o.equalsIgnoreCase(organization.id()));
        if (other.isPresent() && isJumpCloud(dn)) {
            throw new InvalidValueException(
                    "jumpcloud.config.otherOrganization",
                    label(key),
                    quoted(dn.toString()),
                    quoted(other.get()),
                    label(ConfigKeys.ORGANIZATION_ID),
                    quoted(organization.id()));
        }
    }

    private DistinguishedName root() {
        Optional<String> given = values.text(ConfigKeys.BASE_DN);
        if (given.isEmpty()) {
            return parse(ConfigKeys.BASE_DN, "o=" + organization.id() + "," + SUFFIX);
        }
        DistinguishedName dn = parse(ConfigKeys.BASE_DN, given.get());
        if (dn.value("dc").isEmpty()) {
            String rest = dn.value("o").isPresent() ? SUFFIX : "o=" + organization.id() + "," + SUFFIX;
            dn = parse(ConfigKeys.BASE_DN, dn + "," + rest);
        }
        checkOrganization(ConfigKeys.BASE_DN, dn);
        return dn;
    }

    private static boolean isContainer(DistinguishedName dn) {
        return dn.startsWith("ou")
                && dn.value("ou").filter(CONTAINER::equalsIgnoreCase).isPresent();
    }

    private static boolean isJumpCloud(DistinguishedName dn) {
        return DistinguishedName.parse(SUFFIX).filter(dn::isWithin).isPresent();
    }

    private static Optional<DistinguishedName> aboveOrganization(DistinguishedName dn) {
        return dn.startsWith("o") ? dn.parent() : dn.parent().flatMap(TreeFields::aboveOrganization);
    }

    private static DistinguishedName below(DistinguishedName dn, DistinguishedName ancestor) {
        return parse(ConfigKeys.BASE_DN, dn + "," + ancestor);
    }

    /** A DN in which every component has a value: one without is legal, but here somebody stopped typing. */
    static Optional<DistinguishedName> parse(String text) {
        return EMPTY_VALUE.matcher(text).find() ? Optional.empty() : DistinguishedName.parse(text);
    }

    private static DistinguishedName parse(String key, String text) {
        return parse(text)
                .orElseThrow(() -> new InvalidValueException("jumpcloud.config.dnInvalid", label(key), quoted(text)));
    }
}
