package io.github.keycloakjumpcloud.diagnose;

import io.github.keycloakjumpcloud.config.IdAttribute;
import io.github.keycloakjumpcloud.config.JumpCloudConfig;
import io.github.keycloakjumpcloud.diagnose.Stage.Verdict;
import io.github.keycloakjumpcloud.directory.Inspection;
import io.github.keycloakjumpcloud.directory.Problem;
import io.github.keycloakjumpcloud.i18n.Sentence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the reader may and sees. */
final class TreeStages {

    private final JumpCloudConfig config;

    TreeStages(JumpCloudConfig config) {
        this.config = config;
    }

    List<Finding> findings(Inspection.Tree tree) {
        return List.of(
                Stage.of("search", Map.of("baseDn", config.baseDn()))
                        .finding(
                                tree.search(), dn -> Verdict.ok(Sentence.of("jumpcloud.test.maySearch", dn), Map.of())),
                Stage.of("base", paths())
                        .finding(
                                tree.base(),
                                dns -> Verdict.ok(
                                        Sentence.of("jumpcloud.test.pathsFound", String.join("; ", dns)), Map.of())),
                Stage.of("users", Map.of()).finding(tree.users(), users -> users(users, tree)),
                groups(tree),
                Stage.of("identity", Map.of()).finding(tree.identity(), TreeStages::identity),
                Stage.of("paging", Map.of()).finding(tree.paging(), TreeStages::paging));
    }

    private Map<String, Object> paths() {
        Map<String, Object> paths = new LinkedHashMap<>();
        paths.put("usersDn", config.users().usersDn());
        if (groupsMatter()) {
            paths.put("groupsDn", config.groups().groupsDn());
        }
        return paths;
    }

    private boolean groupsMatter() {
        return config.groups().enabled() || !config.users().userGroups().isEmpty();
    }

    private Verdict users(Inspection.Users users, Inspection.Tree tree) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("found", users.found());
        details.put("complete", users.complete());
        details.put("examples", users.examples());
        details.put("usersWithoutMail", users.withoutMail());
        details.put("usersUnusable", users.unusable());
        if (users.leftOut() != null) {
            details.put("leftOut", users.leftOut());
        }
        if (users.unusable() > 0) {
            String id = tree.identity()
                    .seen()
                    .map(Inspection.Identity::attribute)
                    .orElse(config.users().idAttribute())
                    .ldapName();
            return Verdict.warning(
                    "usersUnusable",
                    Sentence.of(
                            "jumpcloud.test.usersUnusable",
                            users.unusable(),
                            users.found(),
                            config.users().usernameAttribute(),
                            id),
                    details);
        }
        return Verdict.ok(
                users.complete()
                        ? Sentence.of("jumpcloud.test.usersFound", users.found())
                        : Sentence.of("jumpcloud.test.manyUsersFound", users.found()),
                details);
    }

    private Finding groups(Inspection.Tree tree) {
        Stage stage = Stage.of("groups", Map.of());
        return groupsMatter()
                ? stage.finding(tree.groups(), new GroupsJudge(config)::verdict)
                : stage.skipped(Sentence.of("jumpcloud.test.groupsOff"));
    }

    private static Verdict identity(Inspection.Identity identity) {
        String attribute = identity.attribute().ldapName();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("attribute", attribute);
        details.put("shared", identity.shared());
        if (identity.shared() > 0) {
            return Verdict.warning(
                    "identityShared",
                    Sentence.of("jumpcloud.test.identityShared", identity.shared(), attribute),
                    details);
        }
        return identity.attribute() == IdAttribute.UID
                ? Verdict.warning("identityIsName", Sentence.of("jumpcloud.test.identityIsName", attribute), details)
                : Verdict.ok(Sentence.of("jumpcloud.test.identityLasts", attribute), details);
    }

    private static Verdict paging(Inspection.Paging paging) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("offered", paging.offered());
        return switch (paging.reach()) {
            case WHOLE -> Verdict.ok(Sentence.of("jumpcloud.test.oneAnswer"), details);
            case COUNTED ->
                paging.offered()
                        ? Verdict.ok(Sentence.of("jumpcloud.test.countedWithPages", paging.delivered()), details)
                        : Verdict.warning(
                                "noPaging",
                                Sentence.of("jumpcloud.test.countedWithoutPages", paging.delivered()),
                                details);
            case PAGED -> {
                details.put("sizeLimit", paging.delivered());
                yield Verdict.ok(Sentence.of("jumpcloud.test.pages", paging.delivered()), details);
            }
            case CUT -> {
                details.put("sizeLimit", paging.delivered());
                Problem problem = Problem.of(Problem.Kind.SIZE_LIMIT, Integer.toString(paging.delivered()));
                yield Verdict.problem(Finding.Result.WARNING, problem, details);
            }
        };
    }
}
