package io.github.keycloakjumpcloud.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakjumpcloud.adopt.AdoptionPlan;
import io.github.keycloakjumpcloud.diagnose.SignInObstacle;
import io.github.keycloakjumpcloud.diagnose.StepName;
import io.github.keycloakjumpcloud.directory.Problem;
import io.github.keycloakjumpcloud.directory.RejectedEntry;
import io.github.keycloakjumpcloud.store.RunCounts;
import io.github.keycloakjumpcloud.sync.HeldRemovals;
import io.github.keycloakjumpcloud.sync.PlannedAction;
import io.github.keycloakjumpcloud.sync.SyncReport;
import io.github.keycloakjumpcloud.welcome.WelcomeMails;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The OpenAPI document against the code that it describes: whoever changes one of them must change the other. */
class OpenApiTest {

    private static final ApiDocument DOCUMENT = ApiDocument.load();

    /** The records that become JSON, and how the document calls them. */
    private static final Map<Class<?>, String> ANSWERS = answers();

    /** Built from maps, or read field by field. */
    private static final Set<String> WITHOUT_RECORD = Set.of(
            "SyncWish",
            "UnsavedSettings",
            "TestWish",
            "AdoptWish",
            "ReleaseWish",
            "ExplainWish",
            "AdoptionReport",
            "ProblemReport");

    private static Map<Class<?>, String> answers() {
        Map<Class<?>, String> answers = new HashMap<>();
        answers.put(nested(Answers.class, "ErrorBody"), "Error");
        answers.put(RunAnswer.Started.class, "StartedRun");
        answers.put(RunAnswer.class, "Run");
        answers.put(RunAnswer.Progress.class, "Progress");
        answers.put(RunCounts.class, "RunCounts");
        answers.put(SyncReport.class, "Report");
        answers.put(WelcomeMails.class, "WelcomeMails");
        answers.put(RejectedEntry.class, "RejectedEntry");
        answers.put(PlannedAction.class, "PlannedAction");
        answers.put(HeldRemovals.class, "HeldRemovals");
        answers.put(AdoptAnswer.class, "Adoption");
        answers.put(ReleaseAnswer.class, "Release");
        answers.put(AdoptionPlan.LeftBehind.class, "LeftBehind");
        answers.put(AdoptionPlan.Match.class, "Match");
        answers.put(StatusAnswer.class, "Status");
        answers.put(StatusAnswer.Server.class, "Server");
        answers.put(TestAnswer.class, "ConnectionTest");
        answers.put(ExplainAnswer.class, "Explanation");
        answers.put(FindingAnswer.class, "Finding");
        return answers;
    }

    private static Class<?> nested(Class<?> outer, String name) {
        return Arrays.stream(outer.getDeclaredClasses())
                .filter(inner -> inner.getSimpleName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("describes every call and no other")
    void calls() {
        assertThat(DOCUMENT.operations().keySet())
                .isEqualTo(ResourceMethods.all().keySet());
    }

    @Test
    @DisplayName("names the rights that each call checks")
    void rights() {
        each((call, method, operation) -> {
            Set<String> rights = MethodSource.of(method).rights();
            assertThat(rights).as(call).isNotEmpty();
            assertThat(ApiDocument.texts(operation.path("x-rights"))).as(call).isEqualTo(rights);
            assertThat(operation.path("description").asText())
                    .as(call)
                    .endsWith("Needs " + String.join(" and ", rights) + " in the realm.");
            assertThat(operation.path("security").path(0).has("bearer"))
                    .as(call)
                    .isTrue();
        });
    }

    @Test
    @DisplayName("names the error codes that each call can answer, each with one status")
    void codes() {
        Map<String, String> statuses = new HashMap<>();
        each((call, method, operation) -> {
            Map<String, String> codes = DOCUMENT.codes(operation);
            assertThat(codes.keySet())
                    .as(call)
                    .isEqualTo(MethodSource.of(method).codes());
            codes.forEach((code, status) -> assertThat(statuses.computeIfAbsent(code, first -> status))
                    .as(code)
                    .isEqualTo(status));
            assertThat(operation.path("responses").has("401")).as(call).isTrue();
        });
        assertThat(statuses.keySet()).isEqualTo(MethodSource.allCodes());
    }

    @Test
    @DisplayName("describes the fields of every answer, their types and which are always there")
    void answerFields() {
        Map<String, JsonNode> schemas = DOCUMENT.schemas();
        ANSWERS.forEach((type, name) -> {
            assertThat(schemas).containsKey(name);
            new RecordSchema(name, type, DOCUMENT.schema(name), ANSWERS).check();
        });
        Set<String> described = new TreeSet<>(ANSWERS.values());
        described.addAll(WITHOUT_RECORD);
        assertThat(schemas.keySet()).isEqualTo(described);
    }

    @Test
    @DisplayName("leaves no answer out")
    void allAnswers() {
        try (Stream<Path> files = Files.list(Path.of("src/main/java/io/github/keycloakjumpcloud/admin"))) {
            Set<String> records = files.map(file -> String.valueOf(file.getFileName()))
                    .filter(file -> file.endsWith("Answer.java"))
                    .map(file -> file.replace(".java", ""))
                    .collect(Collectors.toSet());
            assertThat(ANSWERS.keySet().stream().map(Class::getSimpleName)).containsAll(records);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    @DisplayName("describes bodies by the fields that are read, and says that there is one only where it is read")
    void bodies() {
        each((call, method, operation) -> {
            MethodSource source = MethodSource.of(method);
            assertThat(operation.has("requestBody")).as(call).isEqualTo(source.says("call.read("));
            JsonNode schema = DOCUMENT.resolve(operation.at("/requestBody/content/application~1json/schema"));
            schema.path("properties").fieldNames().forEachRemaining(field -> assertThat(
                            source.says("\"" + field + "\""))
                    .as(call + ": " + field)
                    .isTrue());
            boolean required = !schema.path("required").isEmpty();
            assertThat(operation.at("/requestBody/required").asBoolean())
                    .as(call)
                    .isEqualTo(required);
        });
    }

    @Test
    @DisplayName("lists the steps of an explanation and everything that can be found there")
    void explanation() {
        JsonNode step = DOCUMENT.schema("Explanation").at("/properties/steps/items/allOf/1/properties");

        assertThat(step.at("/name/enum"))
                .extracting(JsonNode::asText)
                .containsExactlyElementsOf(
                        Stream.of(StepName.values()).map(StepName::text).toList());
        Stream<String> problems = Stream.of(Problem.Kind.values()).map(SignInObstacle::code);
        Stream<String> obstacles = Stream.of(SignInObstacle.values()).map(SignInObstacle::code);
        assertThat(step.at("/code/enum"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(obstacles, problems).distinct().toList());
    }

    @Test
    @DisplayName("refers to nothing that is not there, and defines nothing that nobody refers to")
    void references() {
        List<JsonNode> references = DOCUMENT.root().findValues("$ref");
        references.forEach(reference -> assertThat(
                        DOCUMENT.root().at(reference.asText().substring(1)).isMissingNode())
                .as(reference.asText())
                .isFalse());
        Set<String> used = references.stream().map(JsonNode::asText).collect(Collectors.toSet());
        assertThat(DOCUMENT.schemas().keySet())
                .allSatisfy(name -> assertThat(used).contains("#/components/schemas/" + name));
    }

    @Test
    @DisplayName("declares the parameters of each path")
    void parameters() {
        DOCUMENT.root().path("paths").properties().forEach(path -> {
            Set<String> declared = new TreeSet<>();
            path.getValue()
                    .path("parameters")
                    .forEach(parameter ->
                            declared.add("{" + parameter.path("name").asText() + "}"));
            Set<String> used = Stream.of(path.getKey().split("/"))
                    .filter(part -> part.startsWith("{"))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(declared).as(path.getKey()).isEqualTo(used);
        });
    }

    @Test
    @DisplayName("and the README name the same error codes")
    void readme() throws IOException {
        String readme = Files.readString(Path.of("README.md"));

        assertThat(MethodSource.allCodes())
                .allSatisfy(code -> assertThat(readme).contains("`" + code + "`"));
    }

    private interface Check {
        void on(String call, Method method, JsonNode operation);
    }

    private static void each(Check check) {
        Map<String, JsonNode> operations = DOCUMENT.operations();
        ResourceMethods.all().forEach((call, method) -> {
            assertThat(operations).containsKey(call);
            check.on(call, method, Objects.requireNonNull(operations.get(call)));
        });
    }
}
