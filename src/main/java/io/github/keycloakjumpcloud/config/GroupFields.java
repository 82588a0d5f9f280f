package io.github.keycloakjumpcloud.config;

import static io.github.keycloakjumpcloud.config.InvalidValueException.label;
import static io.github.keycloakjumpcloud.config.InvalidValueException.quoted;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** How groups are found and where they go. */
record GroupFields(ConfigValues values) implements Fields {

    static final String DEFAULT_OBJECT_CLASS = "groupOfNames";
    static final String DEFAULT_NAME = "cn";
    static final String DEFAULT_PATH = "/";

    @Override
    public List<Supplier<?>> readers() {
        return List.of(
                this::enabled, this::objectClass, this::nameAttribute, this::names, this::path, this::membershipSource);
    }

    boolean enabled() {
        return values.flag(ConfigKeys.GROUPS_ENABLED, true);
    }

    String objectClass() {
        return LdapAttribute.name(values, ConfigKeys.GROUP_OBJECT_CLASS, DEFAULT_OBJECT_CLASS);
    }

    /** Bitwarden's page on JumpCloud puts {@code memberOf} here, which is the users' attribute; no group has it, so no group would be found. */
    String nameAttribute() {
        String name = LdapAttribute.name(values, ConfigKeys.GROUP_NAME_LDAP_ATTRIBUTE, DEFAULT_NAME);
        if (name.equalsIgnoreCase("memberOf")) {
            throw new InvalidValueException(
                    "jumpcloud.config.groupNameIsMemberOf",
                    label(ConfigKeys.GROUP_NAME_LDAP_ATTRIBUTE),
                    quoted(name),
                    quoted(DEFAULT_NAME),
                    label(ConfigKeys.MEMBERSHIP_SOURCE));
        }
        return name;
    }

    List<String> names() {
        return GroupNames.read(values, ConfigKeys.GROUP_NAMES, true);
    }

    /** The parent group's path, without a slash at the end. */
    String path() {
        String path = values.text(ConfigKeys.GROUPS_PATH, DEFAULT_PATH);
        if (!path.startsWith("/") || path.contains("//")) {
            throw new InvalidValueException(
                    "jumpcloud.config.groupsPathInvalid", label(ConfigKeys.GROUPS_PATH), quoted(path));
        }
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    MembershipSource membershipSource() {
        String value = values.text(ConfigKeys.MEMBERSHIP_SOURCE, MembershipSource.AUTO.value());
        return MembershipSource.of(value)
                .orElseThrow(() -> new InvalidValueException(
                        "jumpcloud.config.notOneOf",
                        label(ConfigKeys.MEMBERSHIP_SOURCE),
                        quoted(value),
                        Arrays.stream(MembershipSource.values())
                                .map(MembershipSource::value)
                                .collect(Collectors.joining(", "))));
    }
}
