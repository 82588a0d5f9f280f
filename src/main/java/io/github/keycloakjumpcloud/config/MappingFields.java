package io.github.keycloakjumpcloud.config;

import static io.github.keycloakjumpcloud.config.InvalidValueException.label;
import static io.github.keycloakjumpcloud.config.InvalidValueException.quoted;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Which further LDAP attributes become user attributes. */
record MappingFields(ConfigValues values) implements Fields {

    private static final String KEY = ConfigKeys.ATTRIBUTE_MAPPINGS;

    /** User attributes with a meaning of their own: Keycloak's properties, and what this provider keeps with a user. */
    private static final Set<String> RESERVED = Set.of(
            "username", "email", "emailverified", "firstname", "lastname", "enabled", "ldap_id", "ldap_entry_dn");

    private static final String OWN_PREFIX = "jumpcloud.";

    @Override
    public List<Supplier<?>> readers() {
        return List.of(this::mappings);
    }

    /** LDAP attribute to user attribute. An empty table maps nothing; no table at all means JumpCloud's fields. */
    Map<String, String> mappings() {
        if (values.text(KEY).isEmpty()) {
            return DefaultMappings.TABLE;
        }
        Map<String, String> mappings = new LinkedHashMap<>();
        Set<String> sources = new HashSet<>();
        Set<String> targets = new HashSet<>();
        List<ConfigProblem> problems = new ArrayList<>();
        for (MappingRow row : rows()) {
            Optional<ConfigProblem> problem = problem(row, sources, targets);
            problem.ifPresentOrElse(problems::add, () -> mappings.put(row.key(), row.value()));
        }
        if (!problems.isEmpty()) {
            throw new InvalidValueException(problems);
        }
        return mappings;
    }

    private List<MappingRow> rows() {
        return values.texts(KEY).stream()
                .flatMap(text -> MappingRow.parse(KEY, text).stream())
                .toList();
    }

    private static Optional<ConfigProblem> problem(MappingRow row, Set<String> sources, Set<String> targets) {
        String target = row.value().toLowerCase(Locale.ROOT);
        if (row.key().isEmpty() || target.isEmpty()) {
            return problem("jumpcloud.config.mappingIncomplete", quoted(row.key()), quoted(row.value()));
        }
        try {
            LdapAttribute.check(KEY, row.key());
        } catch (InvalidValueException e) {
            return Optional.of(e.problems().get(0));
        }
        if (RESERVED.contains(target) || target.startsWith(OWN_PREFIX)) {
            return problem("jumpcloud.config.mappingReserved", quoted(row.key()), quoted(row.value()));
        }
        if (!sources.add(row.key().toLowerCase(Locale.ROOT))) {
            return problem("jumpcloud.config.mappingSourceTwice", quoted(row.key()));
        }
        return targets.add(row.value())
                ? Optional.empty()
                : problem("jumpcloud.config.mappingTargetTwice", quoted(row.value()));
    }

    private static Optional<ConfigProblem> problem(String messageKey, String... details) {
        List<String> args = new ArrayList<>(List.of(label(KEY)));
        args.addAll(List.of(details));
        return Optional.of(new ConfigProblem(messageKey, args));
    }
}
