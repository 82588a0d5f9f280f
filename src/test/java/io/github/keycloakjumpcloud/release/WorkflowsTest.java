package io.github.keycloakjumpcloud.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("What the forge is told")
class WorkflowsTest {

    private static final Path FOLDER = Path.of(".github");
    private static final Path WORKFLOWS = FOLDER.resolve("workflows");
    private static final Pattern SCRIPT = Pattern.compile("\\.ci/[\\w-]+");
    private static final Pattern PACKAGED_JDK = Pattern.compile("openjdk-(\\d+)-jdk");

    static List<Path> workflows() throws IOException {
        try (Stream<Path> files = Files.list(WORKFLOWS)) {
            return files.toList();
        }
    }

    @Test
    @DisplayName(
            "CI runs .ci/run for each push and pull request, on the POM's Java, and keeps the reports whatever comes of it")
    void ci() throws Exception {
        JsonNode workflow = yaml(WORKFLOWS.resolve("ci.yml"));

        assertThat(workflow.path("on").fieldNames()).toIterable().contains("push", "pull_request");
        List<String> commands = workflow.findValuesAsText("run");
        assertThat(commands).contains(".ci/run");
        assertThat(workflow.findValuesAsText("java-version"))
                .containsExactly(Pom.read().javaRelease());
        assertThat(workflow.path("jobs").path("build").path("steps"))
                .filteredOn(step -> step.path("uses").asText().startsWith("actions/upload-artifact@"))
                .singleElement()
                .satisfies(step -> assertThat(step.path("if").asText()).isEqualTo("always()"))
                .satisfies(step -> assertThat(step.at("/with/path").asText())
                        .contains("target/surefire-reports/", "target/failsafe-reports/"));
    }

    @Test
    @DisplayName(
            "a release is tested, then built by .ci/release on the POM's Java, then attached by a job that runs nothing of ours")
    void release() throws Exception {
        JsonNode workflow = yaml(WORKFLOWS.resolve("release.yml"));
        JsonNode jobs = workflow.path("jobs");

        assertThat(workflow.at("/on/push/tags/0").asText()).isEqualTo("v*");
        assertThat(jobs.at("/test/uses").asText()).isEqualTo("./.github/workflows/ci.yml");
        assertThat(jobs.at("/build/needs").asText()).isEqualTo("test");
        assertThat(jobs.path("build").findValuesAsText("run")).contains(".ci/release");
        assertThat(PACKAGED_JDK.matcher(jobs.path("build").toString()).results())
                .extracting(found -> found.group(1))
                .containsExactly(Pom.read().javaRelease());
        assertThat(jobs.at("/publish/needs").asText()).isEqualTo("build");
        assertThat(jobs.path("publish").toString()).doesNotContain(".ci/", "mvn", "checkout");
    }

    @ParameterizedTest
    @MethodSource("workflows")
    @DisplayName("others' steps are pinned to commits, scripts exist, and nothing may write but what must")
    void pinned(Path file) throws IOException {
        JsonNode workflow = yaml(file);

        assertThat(workflow.findValuesAsText("uses"))
                .filteredOn(step -> !step.startsWith("./"))
                .isNotEmpty()
                .allMatch(step -> step.matches("[\\w-]+/[\\w-]+@[0-9a-f]{40}"));
        List<String> scripts = new ArrayList<>();
        workflow.findValuesAsText("run").forEach(command -> SCRIPT.matcher(command)
                .results()
                .map(MatchResult::group)
                .forEach(scripts::add));
        assertThat(scripts).isNotEmpty().allMatch(script -> Files.isExecutable(Path.of(script)));
        assertThat(workflow.path("permissions").toString()).isEqualTo("{\"contents\":\"read\"}");
        workflow.path("jobs").properties().forEach(job -> assertThat(
                        job.getValue().path("permissions").toString())
                .as(job.getKey())
                .matches(rights -> job.getKey().equals("publish") || !rights.contains("write")));
    }

    @Test
    @DisplayName(
            "updates come grouped and few: Keycloak's parts together, the SDK alone, and none that JDK 17 cannot run")
    void updates() throws IOException {
        JsonNode updates = yaml(FOLDER.resolve("dependabot.yml")).path("updates");

        assertThat(updates.findValuesAsText("package-ecosystem"))
                .containsExactlyInAnyOrder("maven", "github-actions", "docker");
        assertThat(updates).allSatisfy(update -> assertThat(
                        update.path("open-pull-requests-limit").asInt())
                .isBetween(1, 5));
        JsonNode maven = updates.path(0);
        assertThat(maven.at("/groups/keycloak/patterns/0").asText()).isEqualTo("org.keycloak:*");
        assertThat(maven.at("/groups/unboundid/patterns/0").asText()).isEqualTo("com.unboundid:*");
        assertThat(maven.path("ignore").findValuesAsText("dependency-name")).contains("com.google.errorprone:*");
    }

    private static JsonNode yaml(Path file) throws IOException {
        return new YAMLMapper().readTree(Files.readString(file));
    }
}
