package io.github.keycloakjumpcloud.commandline;

import io.github.keycloakjumpcloud.config.ConfigKeys;
import io.github.keycloakjumpcloud.config.ConfigProblem;
import io.github.keycloakjumpcloud.config.ConfigReader;
import io.github.keycloakjumpcloud.config.ConfigValidator;
import io.github.keycloakjumpcloud.config.JumpCloudConfig;
import io.github.keycloakjumpcloud.diagnose.ConnectionTest;
import io.github.keycloakjumpcloud.diagnose.FactSheet;
import io.github.keycloakjumpcloud.diagnose.Finding;
import io.github.keycloakjumpcloud.directory.Inspection;
import io.github.keycloakjumpcloud.directory.ldap.FactFinder;
import io.github.keycloakjumpcloud.directory.ldap.FilterSyntax;
import io.github.keycloakjumpcloud.directory.ldap.LdapInspector;
import io.github.keycloakjumpcloud.directory.ldap.TrialConnections;
import io.github.keycloakjumpcloud.i18n.EnglishMessages;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The jar's main class: tests the connection without Keycloak and prints facts for a bug report. */
public final class TestCommand {

    private static final int WORKS = 0;
    private static final int DOES_NOT_WORK = 1;
    private static final int MISUSED = 2;

    private final Map<String, String> environment;
    private final ReaderPassword password;
    private final PrintStream out;
    private final PrintStream err;

    private TestCommand(Map<String, String> environment, ReaderPassword password, PrintStream out, PrintStream err) {
        this.environment = environment;
        this.password = password;
        this.out = out;
        this.err = err;
    }

    /** Takes the options that {@code --help} lists, and ends the JVM with the status that stands there. */
    public static void main(String[] arguments) {
        ReaderPassword password = new ReaderPassword(System.getenv(), Terminal.prompt());
        System.exit(new TestCommand(System.getenv(), password, System.out, System.err).run(List.of(arguments)));
    }

    private int run(List<String> arguments) {
        try {
            Options options = Options.parse(arguments, environment);
            if (options.help()) {
                out.println(Options.HELP);
                return WORKS;
            }
            JumpCloudConfig config = config(options);
            try (TrialConnections connections =
                    TrialConnections.open(config.connection(), Authorities.trusted(options.authorities()))) {
                // Before anybody is asked: whoever waits for facts wants them to be somewhere.
                write(options.out(), "");
                Inspection inspection = new LdapInspector(connections, config).inspect();
                List<Finding> findings = ConnectionTest.findings(inspection, config, Instant.now());
                findings.forEach(this::print);
                FactFinder finder = new FactFinder(connections, config, options.idle());
                write(
                        options.out(),
                        FactSheet.text(
                                finder.find(inspection), config.connection().servers(), Instant.now()));
                return findings.stream().anyMatch(finding -> finding.result() == Finding.Result.FAILED)
                        ? DOES_NOT_WORK
                        : WORKS;
            }
        } catch (UsageException e) {
            err.println(e.sentence());
            return MISUSED;
        }
    }

    private void print(Finding finding) {
        String result = finding.result().name().toLowerCase(Locale.ROOT);
        err.println(finding.name() + ": " + result + ". " + finding.message().english());
    }

    private JumpCloudConfig config(Options options) throws UsageException {
        Map<String, List<String>> values = new HashMap<>(options.settings());
        values.put(ConfigKeys.BIND_CREDENTIAL, List.of(password.read()));
        List<ConfigProblem> problems = ConfigValidator.validate(values, FilterSyntax::problem);
        if (!problems.isEmpty()) {
            ConfigProblem first = problems.get(0);
            throw new UsageException(
                    EnglishMessages.text(first.messageKey(), first.args().toArray()));
        }
        return ConfigReader.read(values, UnaryOperator.identity());
    }

    /** Writes the facts, to the standard output where there is no file. */
    private void write(@Nullable Path file, String facts) throws UsageException {
        if (file == null) {
            out.print(facts);
            out.flush();
            return;
        }
        try {
            Files.writeString(file, facts);
        } catch (IOException e) {
            throw new UsageException(file + " (--out) cannot be written.");
        }
    }
}
