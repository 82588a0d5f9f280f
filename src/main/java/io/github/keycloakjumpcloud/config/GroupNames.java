package io.github.keycloakjumpcloud.config;

import static io.github.keycloakjumpcloud.config.InvalidValueException.label;
import static io.github.keycloakjumpcloud.config.InvalidValueException.quoted;

import io.github.keycloakjumpcloud.dn.DistinguishedName;
import java.util.ArrayList;
import java.util.List;

/** Reads lists of group names. What looks like another notation is refused: taken literally it would match no group, without a word. */
final class GroupNames {

    private GroupNames() {}

    /** The names in {@code key}'s field, each one once; empty where nothing is given. */
    static List<String> read(ConfigValues values, String key, boolean patterns) {
        List<ConfigProblem> problems = new ArrayList<>();
        List<String> names = values.texts(key).stream().distinct().toList();
        for (String name : names) {
            String problem = problem(name, patterns);
            if (!problem.isEmpty()) {
                problems.add(ConfigProblem.of(problem, label(key), quoted(name)));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidValueException(problems);
        }
        return names;
    }

    private static String problem(String name, boolean patterns) {
        if (name.isEmpty()) {
            return "jumpcloud.config.groupNameBlank";
        }
        if (name.chars().anyMatch(Character::isISOControl)) {
            return "jumpcloud.config.groupNameControl";
        }
        if (DistinguishedName.parse(name).filter(dn -> dn.parent().isPresent()).isPresent()) {
            return "jumpcloud.config.groupNameIsDn";
        }
        if (patterns && (name.contains(".*") || name.startsWith("^") || name.endsWith("$"))) {
            return "jumpcloud.config.groupNameIsRegex";
        }
        if (!patterns && name.indexOf('*') >= 0) {
            return "jumpcloud.config.groupNameIsPattern";
        }
        return "";
    }
}
