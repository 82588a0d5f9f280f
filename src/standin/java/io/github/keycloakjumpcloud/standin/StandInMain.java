package io.github.keycloakjumpcloud.standin;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Runs a stand-in from the command line until it is interrupted. */
public final class StandInMain {

    private StandInMain() {}

    /** Starts with the options that {@code --help} lists; ends with status 1 when it cannot. */
    public static void main(String[] arguments) throws InterruptedException {
        JumpCloudStandIn standIn;
        try {
            standIn = start(System.out, arguments);
        } catch (IllegalArgumentException | UncheckedIOException e) {
            System.err.println(e.getMessage());
            System.exit(1);
            return;
        }
        if (standIn != null) {
            CountDownLatch interrupted = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                standIn.close();
                interrupted.countDown();
            }));
            interrupted.await();
        }
    }

    /** Null when only help was wanted. */
    static @Nullable JumpCloudStandIn start(PrintStream out, String... arguments) {
        Options options = Options.parse(arguments);
        if (options.help()) {
            out.println(Options.HELP);
            return null;
        }
        JumpCloudStandIn standIn = options.builder().start();
        introduce(out, standIn, options);
        return standIn;
    }

    private static void introduce(PrintStream out, JumpCloudStandIn standIn, Options options) {
        out.println("JumpCloud stand-in is running; Ctrl-C ends it.");
        line(out, "plain, StartTLS", standIn.ldapUrl());
        line(out, "LDAPS", standIn.ldapsUrl());
        line(out, "LDAPS with MFA", standIn.mfaLdapsUrl() + "  (password,123456)");
        line(
                out,
                "truststore file",
                standIn.certificates().authority().pemFile().toAbsolutePath().toString());
        if (options.firstTenant()) {
            introduce(out, standIn.directory());
        }
        if (options.secondTenant()) {
            introduce(out, standIn.otherDirectory());
        }
        out.flush();
    }

    private static void introduce(PrintStream out, StandInDirectory directory) {
        out.println();
        line(out, "organization id", directory.organizationId());
        line(out, "reader DN", directory.dnOf(JumpCloudStandIn.READER));
        line(out, "reader password", directory.passwordOf(JumpCloudStandIn.READER));
        directory.usernames().stream()
                .filter(uid -> !uid.equals(JumpCloudStandIn.READER))
                .limit(3)
                .forEach(uid -> line(out, "user", uid + "  " + directory.passwordOf(uid)));
    }

    private static void line(PrintStream out, String label, String value) {
        out.printf("  %-16s %s%n", label, value);
    }
}
