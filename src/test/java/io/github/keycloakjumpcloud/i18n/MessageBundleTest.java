package io.github.keycloakjumpcloud.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.config.ConfigProperties;
import io.github.keycloakjumpcloud.directory.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Map;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The English bundle against the code that uses it. */
class MessageBundleTest {

    private static final MessageBundle ENGLISH = MessageBundle.of("en");
    private static final Path CODE = Path.of("src/main/java");
    private static final Path TEMPLATES = Path.of("src/main/resources/theme-resources/templates");
    private static final Path THEMES = Path.of("themes");

    /** Keys of messages have three parts at least; names of user attributes (jumpcloud.x) have two. */
    private static final Pattern KEY = Pattern.compile("\"(jumpcloud\\.[A-Za-z]+\\.[A-Za-z.]*[A-Za-z])\"");

    private final Map<String, String> bundle = ENGLISH.texts();

    @Test
    void everyKeyInTheCodeHasASentence() {
        assertThat(bundle.keySet()).containsAll(used());
    }

    @Test
    void everySentenceIsUsed() {
        assertThat(used()).containsAll(bundle.keySet());
    }

    @Test
    void everyKeyStandsOnce() {
        assertThat(ENGLISH.keys()).doesNotHaveDuplicates().hasSameSizeAs(bundle.keySet());
    }

    /** The console shows a text as it stands; MessageFormat would swallow a single apostrophe and keep one of two. i18next fills in {{…}}. */
    @Test
    void textsAreRightInTheConsoleAndInMessageFormat() {
        bundle.forEach((key, text) -> {
            assertThat(text)
                    .as(key)
                    .doesNotContain("'", "{{", "$t(")
                    .isEqualTo(text.strip())
                    .isNotEmpty();
            assertThat(text.replaceAll("\\{[0-9]}", "")).as(key).doesNotContain("{", "}");
            if (!key.endsWith(".label")) {
                assertThat(text).as(key).endsWith(".");
            }
        });
    }

    @Test
    void labelsAndHelpTextsHaveNoPlaceholders() {
        bundle.forEach((key, text) -> {
            if (key.endsWith(".label") || key.endsWith(".help")) {
                assertThat(text).as(key).doesNotContain("{");
            }
        });
    }

    /** What the Javadoc of each kind of problem promises as details is exactly what its sentence shows. */
    @Test
    void problemsShowTheirDetails() throws IOException {
        String source = Files.readString(CODE.resolve("io/github/keycloakjumpcloud/directory/Problem.java"));
        for (Problem.Kind kind : Problem.Kind.values()) {
            String before = source.substring(0, source.indexOf(kind.name() + "(\""));
            String javadoc = before.substring(before.lastIndexOf("/**"));
            String text = bundle.getOrDefault(kind.messageKey(), "");
            Set<String> documented = placeholders(javadoc);
            assertThat(placeholders(text)).as(kind.messageKey()).isEqualTo(documented);
            String shown = EnglishMessages.text(kind.messageKey(), "first", "second", "third");
            assertThat(shown).doesNotContain("{");
            assertThat(shown.contains("first")).as(kind.messageKey()).isEqualTo(documented.contains("{0}"));
        }
    }

    @Test
    void keycloakReadsTheSameTexts() throws IOException {
        try (InputStream stream = Files.newInputStream(ENGLISH.file())) {
            ResourceBundle read = new PropertyResourceBundle(stream);
            assertThat(read.keySet()).isEqualTo(bundle.keySet());
            bundle.forEach((key, text) -> assertThat(read.getString(key)).isEqualTo(text));
        }
    }

    @Test
    void everySentenceIsAValidFormat() {
        bundle.forEach((key, text) -> {
            if (!key.endsWith(".help")) {
                int used = new MessageFormat(text).getFormatsByArgumentIndex().length;
                assertThat(placeholders(text)).as(key).hasSize(used);
            }
        });
    }

    private static Set<String> used() {
        Stream<String> written = Stream.of(sources(CODE, ".java"), sources(TEMPLATES, ".ftl"), sources(THEMES, ".js"))
                .flatMap(sources -> sources)
                .flatMap(MessageBundleTest::keys);
        Stream<String> fields = ConfigProperties.list().stream()
                .flatMap(property -> Stream.of(property.getLabel(), property.getHelpText()));
        Stream<String> problems = Stream.of(Problem.Kind.values()).map(Problem.Kind::messageKey);
        return Stream.of(written, fields, problems)
                .flatMap(keys -> keys)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> keys(String source) {
        return KEY.matcher(source).results().map(result -> result.group(1)).toList().stream();
    }

    private static Set<String> placeholders(String text) {
        return Pattern.compile("\\{[0-9]}")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    private static Stream<String> sources(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .filter(file -> file.toString().endsWith(ending))
                    .map(MessageBundleTest::read)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
