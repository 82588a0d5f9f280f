package io.github.keycloakjumpcloud.diagnose;

import io.github.keycloakjumpcloud.config.JumpCloudConfig;
import io.github.keycloakjumpcloud.diagnose.Stage.Verdict;
import io.github.keycloakjumpcloud.directory.Inspection;
import io.github.keycloakjumpcloud.directory.Problem;
import io.github.keycloakjumpcloud.i18n.Sentence;
import java.util.LinkedHashMap;
import java.util.Map;

/** Judges the groups: those that must exist do, and what is to be imported can be found. */
final class GroupsJudge {

    private final JumpCloudConfig config;

    GroupsJudge(JumpCloudConfig config) {
        this.config = config;
    }

    Verdict verdict(Inspection.Groups groups) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("found", groups.found());
        details.put("complete", groups.complete());
        details.put("imported", groups.imported());
        details.put("examples", groups.examples());
        details.put("missing", groups.missing());
        if (!groups.missing().isEmpty()) {
            return failed(
                    Problem.of(
                            Problem.Kind.USER_GROUP_NOT_FOUND, groups.missing().get(0)),
                    details);
        }
        if (groups.unlisted() != null) {
            return failed(Problem.of(Problem.Kind.GROUPS_NOT_FOUND, groups.unlisted()), details);
        }
        if (config.groups().enabled() && groups.complete() && groups.imported() == 0) {
            return groups.found() == 0
                    ? Verdict.warning(
                            "noGroups",
                            Sentence.of(
                                    "jumpcloud.test.noGroups", config.groups().groupsDn()),
                            details)
                    : Verdict.warning(
                            "noGroupChosen", Sentence.of("jumpcloud.test.noGroupChosen", groups.found()), details);
        }
        return Verdict.ok(sentence(groups), details);
    }

    private Sentence sentence(Inspection.Groups groups) {
        if (!groups.complete()) {
            return Sentence.of("jumpcloud.test.manyGroupsFound", groups.found());
        }
        boolean chosen = config.groups().enabled() && groups.imported() < groups.found();
        return chosen
                ? Sentence.of("jumpcloud.test.groupsChosen", groups.found(), groups.imported())
                : Sentence.of("jumpcloud.test.groupsFound", groups.found());
    }

    private static Verdict failed(Problem problem, Map<String, Object> details) {
        return Verdict.problem(Finding.Result.FAILED, problem, details);
    }
}
