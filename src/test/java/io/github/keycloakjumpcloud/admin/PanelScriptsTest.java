package io.github.keycloakjumpcloud.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.diagnose.StepName;
import io.github.keycloakjumpcloud.store.RunState;
import io.github.keycloakjumpcloud.store.RunTrigger;
import io.github.keycloakjumpcloud.sync.ActionKind;
import io.github.keycloakjumpcloud.sync.SyncPhase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The console panel's scripts as text; what they do is shown by {@code ConsolePanelIT}. */
@DisplayName("The console panel's scripts")
class PanelScriptsTest {

    private static final Path FOLDER = Path.of("themes/jumpcloud/admin/resources/js");
    private static final int LONGEST = 200;

    private final Map<String, String> scripts = load();

    @Test
    @DisplayName("have a name for everything that the REST answers with")
    void names() {
        String names = scripts.getOrDefault("names.js", "");
        Stream.of(ActionKind.values(), SyncPhase.values(), RunState.values(), RunTrigger.values())
                .flatMap(Arrays::stream)
                .forEach(constant -> assertThat(names).contains("  " + constant.name() + ": \"jumpcloud.panel."));
        Stream.of(StepName.values()).forEach(step -> assertThat(names)
                .containsPattern("  \"?" + step.text() + "\"?: \"jumpcloud\\.panel\\.step\\."));
    }

    @Test
    @DisplayName("make no markup or code from data, keep nothing, and load nothing from elsewhere")
    void harmless() {
        scripts.forEach((name, script) -> assertThat(script.replace("http://www.w3.org/2000/svg", ""))
                .as(name)
                .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write")
                .doesNotContain("eval(", "new Function", "setAttribute(\"style\"")
                .doesNotContain("localStorage", "sessionStorage", "indexedDB", "document.cookie")
                .doesNotContain("http:", "https:"));
    }

    @Test
    @DisplayName("are small, and the one that every page loads waits for no other")
    void small() {
        scripts.forEach((name, script) -> assertThat(script.lines()).as(name).hasSizeLessThan(LONGEST));
        assertThat(scripts.getOrDefault("panel.js", ""))
                .contains("import(\"./watch.js\")")
                .doesNotContainPattern("(?m)^import .* from");
    }

    private static Map<String, String> load() {
        Map<String, String> scripts = new TreeMap<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                scripts.put(String.valueOf(file.getFileName()), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return scripts;
    }
}
