package io.github.keycloakjumpcloud.i18n;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One language's texts, as they lie in the sources. */
public record MessageBundle(Path file, Map<String, String> texts) {

    private static final Path FOLDER = Path.of("src/main/resources/theme-resources/messages");
    private static final Pattern FILE = Pattern.compile("messages_(.+)\\.properties");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[0-9]}");

    /**
     * Reads one language.
     *
     * @param language as in the file's name: {@code en}
     */
    public static MessageBundle of(String language) {
        Path file = FOLDER.resolve("messages_" + language + ".properties");
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> texts = new TreeMap<>();
        properties.forEach((key, text) -> texts.put((String) key, (String) text));
        return new MessageBundle(file, texts);
    }

    static Set<String> languages() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> FILE.matcher(file.getFileName().toString()))
                    .map(name -> name.matches() ? name.group(1) : "? " + name)
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String text(String key) {
        return texts.getOrDefault(key, "");
    }

    /** What the fields of the provider's page are called. */
    public Set<String> labels() {
        return texts.keySet().stream()
                .filter(key -> key.endsWith(".label"))
                .map(this::text)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    List<String> lines() {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In the order of the file, each as often as it stands there. */
    List<String> keys() {
        return lines().stream()
                .filter(line -> line.startsWith("jumpcloud."))
                .map(line -> line.substring(0, line.indexOf('=')))
                .toList();
    }

    Set<String> placeholders(String key) {
        return PLACEHOLDER
                .matcher(text(key))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    String withoutPlaceholders(String key) {
        return PLACEHOLDER.matcher(text(key)).replaceAll("");
    }
}
