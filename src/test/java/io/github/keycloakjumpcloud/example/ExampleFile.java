package io.github.keycloakjumpcloud.example;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * One of the files in {@code examples/}.
 *
 * @param name its path below that folder
 */
public record ExampleFile(String name) {

    private static final Path FOLDER = Path.of("examples");
    private static final String PROVIDERS = "/components/org.keycloak.storage.UserStorageProvider/0";
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    public Path path() {
        return FOLDER.resolve(name).toAbsolutePath();
    }

    public String text() {
        try {
            return Files.readString(path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a YAML file says, after the text was changed, for instance by putting values in. */
    public JsonNode yaml(UnaryOperator<String> change) {
        try {
            return YAML.readTree(change.apply(text()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The provider in a realm. */
    public static JsonNode provider(JsonNode realm) {
        return realm.at(PROVIDERS);
    }

    /** The values of a provider's settings. */
    public static Map<String, List<String>> settings(JsonNode provider) {
        Map<String, List<String>> settings = new HashMap<>();
        provider.path("config").properties().forEach(setting -> {
            List<String> values = new ArrayList<>();
            setting.getValue().forEach(value -> values.add(value.asText()));
            settings.put(setting.getKey(), values);
        });
        return settings;
    }

    /** The attributes of a Terraform file's block or map that opens with this line, each as it is written there. */
    public Map<String, String> attributes(String opening) {
        Map<String, String> attributes = new LinkedHashMap<>();
        String text = text();
        int start = text.indexOf(opening + "\n");
        if (start < 0) {
            throw new IllegalStateException(name + " has no line '" + opening + "'");
        }
        String indent =
                opening.substring(0, opening.length() - opening.stripLeading().length());
        int end = text.indexOf("\n" + indent + "}", start);
        Pattern.compile("(?m)^" + indent + "  (\\w+) += (.+)$")
                .matcher(text.substring(start, end))
                .results()
                .forEach(attribute -> attributes.put(attribute.group(1), attribute.group(2)));
        return attributes;
    }
}
