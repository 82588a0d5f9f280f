package io.github.keycloakjumpcloud.faults;

import io.github.keycloakjumpcloud.faults.KilledImports.Undisturbed;
import io.github.keycloakjumpcloud.keycloak.KeycloakSettings;
import io.github.keycloakjumpcloud.keycloak.TestAuthority;
import io.github.keycloakjumpcloud.postgres.PostgresDatabase;
import io.github.keycloakjumpcloud.postgres.PostgresServer;
import io.github.keycloakjumpcloud.postgres.PostgresSettings;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Kills imports at random moments. */
final class KillRun {

    private static final int GROUPS = 200;
    private static final int MEMBERSHIPS = 5;

    private KillRun() {}

    /** Whether every realm was whole afterwards. */
    static boolean run(ReliabilityPage page) {
        int kills = Integer.getInteger("faults.kills", 20);
        int users = Integer.getInteger("faults.users", 10_000);
        long seed = Long.getLong("faults.seed", System.currentTimeMillis());
        List<Trial> trials = new ArrayList<>();
        try (PostgresServer postgres = PostgresServer.start(PostgresSettings.durable());
                JumpCloudStandIn jumpCloud = JumpCloudStandIn.builder()
                        .certificateAuthority(TestAuthority.get())
                        .generated(users, GROUPS, MEMBERSHIPS)
                        .start()) {
            PostgresDatabase database = postgres.createDatabase("faults");
            try (KilledImports imports = new KilledImports(settings(database), database, federation(jumpCloud))) {
                // The second is the measure: the first runs in a cold JVM.
                imports.undisturbed();
                Undisturbed undisturbed = imports.undisturbed();
                Random random = new Random(seed);
                for (int number = 1; number <= kills; number++) {
                    long after =
                            (long) (random.nextDouble() * undisturbed.duration().toMillis());
                    Trial trial = imports.kill(number, after, undisturbed.rows());
                    System.out.println(trial);
                    trials.add(trial);
                }
                KillReport report = new KillReport(users, GROUPS, MEMBERSHIPS, seed, undisturbed, trials);
                page.put(KillReport.TITLE, report.text(PostgresServer.version()));
            }
        }
        return trials.stream().allMatch(trial -> trial.difference() == null);
    }

    private static KeycloakSettings settings(PostgresDatabase database) {
        return KeycloakSettings.named("faults")
                .trusting(TestAuthority.get().pemFile())
                .database("postgres", database.url(), database.user(), database.password());
    }

    private static Map<String, List<String>> federation(JumpCloudStandIn jumpCloud) {
        return Map.of(
                "connectionUrl", List.of(jumpCloud.ldapsUrl()),
                "organizationId", List.of(jumpCloud.organizationId()),
                "bindDn", List.of(jumpCloud.readerName()),
                "bindCredential", List.of(jumpCloud.readerPassword()));
    }
}
