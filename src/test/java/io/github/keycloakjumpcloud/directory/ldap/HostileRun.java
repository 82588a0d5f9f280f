package io.github.keycloakjumpcloud.directory.ldap;

import io.github.keycloakjumpcloud.directory.BindOutcome;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;

/** Every hostile case, one after the other, in a JVM with little memory; says how each ended. */
final class HostileRun {

    private HostileRun() {}

    /** Prints what memory there was before, then a line for each case. */
    public static void main(String[] arguments) throws IOException {
        try (JumpCloudStandIn standIn = JumpCloudStandIn.builder().start()) {
            warmUp(standIn);
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            long used = runtime.totalMemory() - runtime.freeMemory();
            System.out.printf(Locale.ROOT, "extra %d%n", (runtime.maxMemory() - used) >> 20);
            for (HostileCase each : HostileCase.all()) {
                long start = System.nanoTime();
                String outcome = each.outcome(standIn);
                long seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();
                System.out.printf(Locale.ROOT, "%s %s %d %s%n", each.asking(), each.act(), seconds, outcome);
            }
        }
    }

    private static void warmUp(JumpCloudStandIn standIn) {
        new Setup(standIn).use(directory -> {
            directory.read();
            directory.probe();
            directory.findByUsername("jane.doe");
            if (!(directory.bind(standIn.directory().dnOf("jane.doe"), standIn.passwordOf("jane.doe"))
                    instanceof BindOutcome.Accepted)) {
                throw new IllegalStateException("No sign-in at the stand-in");
            }
        });
    }
}
