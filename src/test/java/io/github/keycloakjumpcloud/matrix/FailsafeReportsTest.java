package io.github.keycloakjumpcloud.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Failsafe's reports")
class FailsafeReportsTest {

    @Test
    @DisplayName("are added up: failures and errors by name, skips by reason")
    void sum(@TempDir Path folder) throws IOException {
        report(folder, "a.OneIT", """
                <testcase name="works" classname="a.OneIT"/>
                <testcase name="breaks" classname="a.OneIT"><failure message="no"/></testcase>
                <testcase name="throws" classname="a.OneIT"><error message="no"/></testcase>
                """);
        report(folder, "a.TwoIT", """
                <testcase name="" classname="a.TwoIT"><skipped message="Assumption failed: no browser"/></testcase>
                <testcase name="other" classname="a.TwoIT"><skipped message="no browser"/></testcase>
                <testcase name="" classname="a.TwoIT"><error message="no"/></testcase>
                <testcase name="hyphen" classname="a.TwoIT"><skipped type="org.opentest4j.TestAbortedException"><![CDATA[org.opentest4j.TestAbortedException: Assumption failed: -Dx is not set
                \tat somewhere]]></skipped></testcase>
                <testcase name="files" classname="a.TwoIT">
                <skipped message="System property [a.b] with value [] does not match regular expression [.+] ==> no files"/>
                </testcase>
                <testcase name="more" classname="a.TwoIT"><skipped/></testcase>
                """);
        Files.writeString(folder.resolve("failsafe-summary.xml"), "<summary/>");

        Tally tally = FailsafeReports.in(folder);

        assertThat(tally)
                .isEqualTo(new Tally(
                        2,
                        9,
                        List.of("OneIT: breaks", "OneIT: throws", "TwoIT"),
                        Map.of("no browser", 2, "no files", 1, "-Dx is not set", 1, "no reason given", 1)));
        assertThat(tally.countRun()).isEqualTo(4);
        assertThat(tally.countSkipped()).isEqualTo(5);
    }

    @Test
    @DisplayName("are none where the folder is missing")
    void none(@TempDir Path folder) {
        assertThat(FailsafeReports.in(folder.resolve("nowhere")).tests()).isZero();
    }

    private static void report(Path folder, String name, String cases) throws IOException {
        Files.writeString(
                folder.resolve("TEST-" + name + ".xml"),
                "<testsuite name=\"" + name + "\">\n" + cases + "</testsuite>\n");
    }
}
