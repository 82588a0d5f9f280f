package io.github.keycloakjumpcloud.directory.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.command.Command;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a server that means harm can do, tried in a JVM that has 64 MB to spare: an OutOfMemoryError there would show in the outcome. */
class HostileServerTest {

    private static final String HEAP = "-Xmx80m";
    private static final Duration ALL = Duration.ofMinutes(8);
    private static final int MEBIBYTES_TO_SPARE = 64;

    /** No case waits longer than a look-up or a bind may; a read, whose answers never pause here, has to take in half of a heap. */
    private static final int MANY_SECONDS = 25;

    private static final Map<String, String> SECONDS_AND_OUTCOME = new TreeMap<>();

    @BeforeAll
    static void runAll(@TempDir Path folder) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String output = Command.run(
                folder,
                List.of(java, HEAP, "-cp", System.getProperty("java.class.path"), HostileRun.class.getName()),
                "",
                ALL);
        output.lines()
                .filter(line -> line.matches("(extra|LOOK_UP|BIND|READ|PROBE) .*"))
                .forEach(line -> {
                    int end = line.startsWith("extra") ? line.indexOf(' ') : line.indexOf(' ', line.indexOf(' ') + 1);
                    SECONDS_AND_OUTCOME.put(line.substring(0, end), line.substring(end + 1));
                });
    }

    static List<HostileCase> all() {
        return HostileCase.all();
    }

    @Test
    void thereIsLittleMemoryToSpare() {
        assertThat(Integer.parseInt(SECONDS_AND_OUTCOME.getOrDefault("extra", "1000")))
                .isLessThanOrEqualTo(MEBIBYTES_TO_SPARE);
    }

    @ParameterizedTest
    @MethodSource("all")
    void endsInTimeWithAClearOutcome(HostileCase tried) {
        String[] told = SECONDS_AND_OUTCOME
                .getOrDefault(tried.asking() + " " + tried.act(), "1000 never came to an end")
                .split(" ", 2);

        assertThat(Integer.parseInt(told[0])).isLessThan(MANY_SECONDS);
        assertThat(told[1]).isIn(expected(tried));
    }

    private static List<String> expected(HostileCase tried) {
        String failure =
                switch (tried.asking()) {
                    case LOOK_UP -> "Unknown ";
                    case BIND -> "Unavailable ";
                    case READ -> "Failed ";
                    case PROBE -> "Broken ";
                };
        return switch (tried.act()) {
            case GIANT_VALUE,
                    GIANT_LENGTH,
                    GIANT_LENGTH_WITHIN,
                    NEGATIVE_LENGTH,
                    NOTHING_BUT_EMPTY_VALUES,
                    ONE_ATTRIBUTE_AGAIN_AND_AGAIN,
                    VALUES_IN_NO_SET,
                    ATTRIBUTES_IN_NO_SEQUENCE,
                    MESSAGE_IN_NO_SEQUENCE,
                    DEEP_NESTING,
                    NO_LDAP -> List.of(failure + "BROKEN_ANSWER");
            case ANSWER_TO_A_BIND ->
                List.of(tried.asking() == HostileCase.Asking.BIND ? "Accepted" : failure + "BROKEN_ANSWER");
            case NOTICE_OF_DISCONNECTION -> List.of(failure + "UNREACHABLE");
            case ENDLESS_INTERMEDIATES, ENDLESS_NOTIFICATIONS, ENDLESS_ANSWERS_TO_OTHERS, A_BYTE_AT_A_TIME ->
                List.of(failure + "TIMEOUT");
            default ->
                tried.asking() == HostileCase.Asking.BIND
                        ? List.of("Unavailable BROKEN_ANSWER")
                        : toASearch(tried, failure);
        };
    }

    /** Where it is a matter of speed, more than one end is right. */
    private static List<String> toASearch(HostileCase tried, String failure) {
        List<String> tooMuch = List.of(failure + "TOO_MUCH", failure + "TIMEOUT");
        return switch (tried.asking()) {
            case LOOK_UP ->
                switch (tried.act()) {
                    case ENDLESS_ENTRIES, ENDLESS_LARGE_ENTRIES, MORE_THAN_ITS_LIMIT -> List.of("Ambiguous");
                    case ANSWER_TO_A_SEARCH -> List.of("Absent");
                    case AN_ENTRY_AT_A_TIME -> List.of("Unknown TIMEOUT");
                    default -> List.of("Unknown SIZE_LIMIT", "Unknown TIMEOUT");
                };
            case READ ->
                switch (tried.act()) {
                    case ENDLESS_REFERRALS -> List.of("Failed SIZE_LIMIT");
                    case ANSWER_TO_A_SEARCH, MORE_THAN_ITS_LIMIT -> List.of("Snapshot");
                    default -> List.of("Failed TOO_MUCH");
                };
            default ->
                switch (tried.act()) {
                    case ANSWER_TO_A_SEARCH, MORE_THAN_ITS_LIMIT -> List.of("Usable");
                    case ENDLESS_REFERRALS ->
                        List.of("Broken READER_CANNOT_SEARCH", "Broken BASE_NOT_FOUND", "Broken TIMEOUT");
                    default -> tooMuch;
                };
        };
    }
}
