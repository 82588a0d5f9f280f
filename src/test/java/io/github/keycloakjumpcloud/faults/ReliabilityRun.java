package io.github.keycloakjumpcloud.faults;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The command {@code mvn -Pfaults}: kills imports ({@code -Dfaults.what=kills}), disturbs sign-ins ({@code -Dfaults.what=signin}), takes nodes and the
 * database away from a cluster ({@code -Dfaults.what=cluster}), or does all of it, and writes what came of it into {@code docs/reliability.md}. Ends with 1 where something did not hold.
 */
public final class ReliabilityRun {

    private ReliabilityRun() {}

    public static void main(String[] arguments) {
        List<String> what = Arrays.asList(
                System.getProperty("faults.what", "kills,signin,cluster").split(",", -1));
        ReliabilityPage page = new ReliabilityPage(Path.of("docs", "reliability.md"));
        boolean good = true;
        if (what.contains("kills")) {
            good = KillRun.run(page);
        }
        if (what.contains("signin")) {
            good &= SignInFaultRun.run(page);
        }
        if (what.contains("cluster")) {
            good &= ClusterFaultRun.run(page);
        }
        System.exit(good ? 0 : 1);
    }
}
