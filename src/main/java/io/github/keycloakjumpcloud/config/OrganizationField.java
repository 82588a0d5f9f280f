package io.github.keycloakjumpcloud.config;

import static io.github.keycloakjumpcloud.config.InvalidValueException.label;
import static io.github.keycloakjumpcloud.config.InvalidValueException.quoted;

import io.github.keycloakjumpcloud.dn.DistinguishedName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** The JumpCloud organisation, from which all DNs derive. Every tenant lives below {@code o=<its id>,dc=jumpcloud,dc=com}. */
record OrganizationField(ConfigValues values) implements Fields {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{24}");

    @Override
    public List<Supplier<?>> readers() {
        return List.of(this::id);
    }

    /** The id in lower case. Left out, it is taken from the root path or the user path: other products ask for nothing else. */
    String id() {
        String given = values.text(ConfigKeys.ORGANIZATION_ID)
                .map(text -> organization(text).orElse(text))
                .or(() -> organizationIn(ConfigKeys.BASE_DN))
                .or(() -> organizationIn(ConfigKeys.USERS_DN))
                .orElseThrow(() -> new InvalidValueException(
                        "jumpcloud.config.organizationIdMissing", label(ConfigKeys.ORGANIZATION_ID)));
        String id = given.toLowerCase(Locale.ROOT);
        if (!ID.matcher(id).matches()) {
            throw new InvalidValueException(
                    "jumpcloud.config.organizationIdInvalid", label(ConfigKeys.ORGANIZATION_ID), quoted(given));
        }
        return id;
    }

    private Optional<String> organizationIn(String key) {
        return values.text(key)
                .flatMap(OrganizationField::organization)
                .filter(id -> ID.matcher(id.toLowerCase(Locale.ROOT)).matches());
    }

    private static Optional<String> organization(String dn) {
        return DistinguishedName.parse(dn).flatMap(name -> name.value("o"));
    }
}
