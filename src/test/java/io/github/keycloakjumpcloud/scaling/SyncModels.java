package io.github.keycloakjumpcloud.scaling;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How long syncs take, in seconds, part by part, fitted to docs/scaling/syncs.csv.
 *
 * @param importReading beginning, reading, comparing and end of a first import
 * @param groups creating the groups
 * @param users creating the users
 * @param unchanged a whole sync that finds nothing changed
 * @param changes writing changed users, which comes on top of that
 */
record SyncModels(
        FittedModel importReading, FittedModel groups, FittedModel users, FittedModel unchanged, FittedModel changes) {

    private static final Term USER = Term.of("each user", "users");
    private static final Term MEMBERSHIP = Term.of("each membership", "memberships");
    private static final Term LDAP = Term.of("each ms to JumpCloud", "ldapMillis");
    private static final Term DATABASE = Term.of("each ms to the database", "databaseMillis");
    private static final String FOR_EACH_MS = ", for each ms to the database";
    private static final String REST = "rest";

    /** @param syncs those with the driver as it is are taken; one that rewrites batches is another matter */
    static SyncModels of(Samples syncs) {
        Samples plain = new Samples(syncs.where("rewritten", "no").all().stream()
                .map(SyncModels::withRest)
                .toList());
        return new SyncModels(
                FittedModel.of(cells(plain, "import"), REST, List.of(Term.ONCE, USER, MEMBERSHIP, LDAP, DATABASE)),
                FittedModel.of(
                        cells(plain, "import"),
                        "groupsWritten",
                        List.of(
                                Term.ONCE,
                                Term.of("each group", "groups"),
                                Term.trips("each group" + FOR_EACH_MS, "groups", "databaseMillis"))),
                FittedModel.of(
                        cells(plain, "import"),
                        "usersWritten",
                        List.of(
                                Term.ONCE,
                                USER,
                                MEMBERSHIP,
                                Term.trips("each user" + FOR_EACH_MS, "users", "databaseMillis"))),
                FittedModel.of(
                        cells(plain, "unchanged"),
                        "seconds",
                        List.of(
                                Term.ONCE,
                                USER,
                                MEMBERSHIP,
                                LDAP,
                                DATABASE,
                                Term.trips("each user" + FOR_EACH_MS, "users", "databaseMillis"))),
                FittedModel.of(
                        cells(plain, "changed"),
                        "usersWritten",
                        List.of(Term.ONCE, Term.of("each changed user", "changes"), DATABASE)));
    }

    private static Sample withRest(Sample sample) {
        Map<String, String> values = new HashMap<>(sample.values());
        double rest = sample.number("seconds") - sample.number("groupsWritten") - sample.number("usersWritten");
        values.put(REST, String.valueOf(rest));
        return new Sample(values);
    }

    static Collection<Samples> cells(Samples syncs, String sync) {
        return syncs.where("sync", sync)
                .by("users", "memberships", "ldapMillis", "databaseMillis", "rewritten", "sync");
    }

    double firstImport(Sample circumstances) {
        return importReading.of(circumstances) + groups.of(circumstances) + users.of(circumstances);
    }

    /** Of a sync that finds some changed. */
    double changed(Sample circumstances) {
        return unchanged.of(circumstances) + changes.of(circumstances);
    }

    /** Of a measured kind of sync. */
    double of(String sync, Sample circumstances) {
        return switch (sync) {
            case "import" -> firstImport(circumstances);
            case "unchanged" -> unchanged.of(circumstances);
            case "changed" -> changed(circumstances);
            default -> throw new IllegalArgumentException("There is no model for " + sync);
        };
    }
}
