package io.github.keycloakjumpcloud.faults;

import io.github.keycloakjumpcloud.keycloak.KeycloakServer;
import io.github.keycloakjumpcloud.keycloak.KeycloakSettings;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import io.github.keycloakjumpcloud.keycloak.SignInLine;
import io.github.keycloakjumpcloud.keycloak.TestAuthority;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Lets people sign in while the way to JumpCloud breaks every few seconds, and looks at every answer and at what is left behind. */
final class SignInFaultRun {

    /** One counted failure locks an account for good, so that none is overlooked. */
    private static final String STRICT_REALM =
            "{\"bruteForceProtected\":true,\"permanentLockout\":true,\"failureFactor\":1}";

    private static final int GROUPS = 20;
    private static final int MEMBERSHIPS = 3;
    private static final int SPARE_PEOPLE = 50;
    private static final Duration ANSWER_LIMIT = Duration.ofMinutes(2);
    private static final Duration LONGEST_CALM = Duration.ofMinutes(1);

    /** Idle threads end after a minute, idle connections are looked at once a minute. */
    private static final Duration SETTLING = Duration.ofMinutes(4);

    private final Duration duration = Duration.ofSeconds(Integer.getInteger("faults.seconds", 600));
    private final int perSecond = Integer.getInteger("faults.perSecond", 20);
    private final long seed = Long.getLong("faults.seed", System.currentTimeMillis());

    private SignInFaultRun() {}

    /** Whether everything held. */
    static boolean run(ReliabilityPage page) {
        return new SignInFaultRun().runOnce(page);
    }

    private boolean runOnce(ReliabilityPage page) {
        System.out.println("Sign-ins under faults: seed " + seed);
        try (JumpCloudStandIn jumpCloud = JumpCloudStandIn.builder()
                        .certificateAuthority(TestAuthority.get())
                        .generated(Cast.REGULARS + people(Role.FORGETFUL), GROUPS, MEMBERSHIPS)
                        .start();
                FaultyLine line = FaultyLine.start(jumpCloud.ldapsPort());
                KeycloakServer keycloak = KeycloakServer.start(settings())) {
            RealmApi realm = keycloak.admin().createRealm(STRICT_REALM);
            realm.addJumpCloud(federation(jumpCloud, line)).fullSync().ok();
            Cast cast = Cast.of(jumpCloud, people(Role.NEWCOMER), people(Role.NOBODY));
            SignInLoad load = new SignInLoad(SignInLine.to(realm, ANSWER_LIMIT), cast, perSecond);
            Supplier<Footprint> footprint = () -> Footprint.of(keycloak, realm, line, jumpCloud);

            List<Attempt> calm = load.run(calm(), new Random(seed));
            Footprint before = footprint.get();
            FaultInjector injector = new FaultInjector(line, jumpCloud, new Random(seed + 1));
            List<Attempt> attempts;
            try (injector) {
                attempts = load.run(duration, new Random(seed + 2));
            }
            Verdict verdict = new Verdict(calm, attempts, before, settled(footprint, now -> now.isNoMoreThan(before)));
            List<Check> checks = verdict.checks(new Lockouts(realm, cast.regulars(), attempts));
            SignInFaultReport report =
                    new SignInFaultReport(duration, perSecond, seed, attempts, injector.struck(), checks);
            page.put(SignInFaultReport.TITLE, report.text());
            checks.forEach(System.out::println);
            verdict.oddities().forEach(System.out::println);
            return checks.stream().allMatch(Check::holds);
        }
    }

    /** For both phases, and some more, as chance has it. */
    private int people(Role role) {
        long all = duration.plus(calm()).toSeconds() * perSecond * role.share() / 100;
        return Math.toIntExact(all + all / 4 + SPARE_PEOPLE);
    }

    private Duration calm() {
        Duration tenth = duration.dividedBy(10).plusSeconds(10);
        return tenth.compareTo(LONGEST_CALM) < 0 ? tenth : LONGEST_CALM;
    }

    /** What is in use when all is said and done; the last look, if that is never as expected. */
    private static Footprint settled(Supplier<Footprint> footprint, Predicate<Footprint> expected) {
        AtomicReference<Footprint> last = new AtomicReference<>(footprint.get());
        try {
            Awaitility.await("threads and connections as before")
                    .atMost(SETTLING)
                    .pollInterval(Duration.ofSeconds(5))
                    .until(() -> {
                        Footprint now = footprint.get();
                        last.set(now);
                        return expected.test(now);
                    });
        } catch (ConditionTimeoutException e) {
            System.out.println(e.getMessage());
        }
        return Objects.requireNonNull(last.get(), "nothing was seen");
    }

    private static KeycloakSettings settings() {
        return KeycloakSettings.named("faults")
                .trusting(TestAuthority.get().pemFile())
                // Requests that wait for a thread of Keycloak's would be measured as if they waited for JumpCloud.
                .startOption("http-pool-max-threads", "250")
                .startOption("log-level", "INFO")
                // It runs for minutes, unlike a test's: with all that the JVM can do.
                .environment("JAVA_OPTS_APPEND", "");
    }

    private static Map<String, List<String>> federation(JumpCloudStandIn jumpCloud, FaultyLine line) {
        return Map.of(
                "connectionUrl", List.of("ldaps://127.0.0.1:" + line.port()),
                "organizationId", List.of(jumpCloud.organizationId()),
                "bindDn", List.of(jumpCloud.readerName()),
                "bindCredential", List.of(jumpCloud.readerPassword()));
    }
}
