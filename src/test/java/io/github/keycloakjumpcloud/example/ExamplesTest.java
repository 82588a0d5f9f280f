package io.github.keycloakjumpcloud.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.keycloakjumpcloud.config.ConfigProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.storage.UserStorageProviderSpi;

@DisplayName("The examples")
class ExamplesTest {

    private static final ExampleFile KCADM = new ExampleFile("kcadm/add-jumpcloud.sh");
    private static final ExampleFile CONFIG_CLI = new ExampleFile("keycloak-config-cli/jumpcloud.yaml");
    private static final ExampleFile TERRAFORM = new ExampleFile("terraform/main.tf");
    private static final ExampleFile VARIABLES = new ExampleFile("terraform/variables.tf");
    private static final ExampleFile REALM_IMPORT = new ExampleFile("operator/realm-import.yaml");
    private static final ExampleFile KEYCLOAK = new ExampleFile("operator/keycloak.yaml");
    private static final ExampleFile SECRET = new ExampleFile("operator/secret.yaml");

    /** What the resource takes beside {@code config}: the provider's documentation, 5.x. */
    private static final Set<String> RESOURCE = Set.of(
            "name",
            "realm_id",
            "provider_id",
            "parent_id",
            "enabled",
            "priority",
            "cache_policy",
            "full_sync_period",
            "changed_sync_period",
            "config",
            "lifecycle");

    @Test
    @DisplayName("use no setting that the provider does not have")
    void settings() {
        assertThat(found("(?m)^ {4}\"(\\w+)\": \\[", KCADM.text()))
                .contains("organizationId", "bindDn", "bindCredential")
                .isSubsetOf(known());
        assertThat(ExampleFile.settings(ExampleFile.provider(CONFIG_CLI.yaml(UnaryOperator.identity())))
                        .keySet())
                .contains("organizationId", "bindDn", "bindCredential")
                .isSubsetOf(known());
        assertThat(ExampleFile.settings(ExampleFile.provider(realm())).keySet())
                .contains("organizationId", "bindDn", "bindCredential")
                .isSubsetOf(known());
        assertThat(TERRAFORM.attributes("  config = {").keySet())
                .contains("organizationId", "bindDn", "bindCredential")
                .isSubsetOf(known());
    }

    @Test
    @DisplayName("for Terraform uses what the resource has, and declares the variables that it uses")
    void terraform() {
        Map<String, String> resource =
                TERRAFORM.attributes("resource \"keycloak_custom_user_federation\" \"jumpcloud\" {");
        assertThat(resource).containsEntry("provider_id", "\"jumpcloud\"");
        assertThat(resource.keySet()).isSubsetOf(RESOURCE);
        assertThat(found("variable \"(\\w+)\"", VARIABLES.text()))
                .isEqualTo(found("\\bvar\\.(\\w+)", TERRAFORM.text()));
        String script = found("path\\.module}/\\.\\./([^ \"]+)", TERRAFORM.text())
                .iterator()
                .next();
        assertThat(new ExampleFile(script).path()).isExecutable();
    }

    @Test
    @DisplayName(
            "for the operator holds a realm that Keycloak knows every field of, and fills in what it uses from the secret")
    void operator() throws JsonProcessingException {
        ObjectMapper strict = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        RealmRepresentation realm = strict.treeToValue(realm(), RealmRepresentation.class);
        assertThat(realm.getRealm()).isEqualTo("myrealm");

        JsonNode file = REALM_IMPORT.yaml(UnaryOperator.identity());
        JsonNode keycloak = KEYCLOAK.yaml(UnaryOperator.identity());
        assertThat(file.path("kind").asText()).isEqualTo("KeycloakRealmImport");
        assertThat(keycloak.path("kind").asText()).isEqualTo("Keycloak");
        assertThat(file.path("apiVersion")).isEqualTo(keycloak.path("apiVersion"));
        assertThat(file.at("/spec/keycloakCRName")).isEqualTo(keycloak.at("/metadata/name"));
        Set<String> placeholders = new TreeSet<>();
        JsonNode secret = SECRET.yaml(UnaryOperator.identity());
        file.at("/spec/placeholders").properties().forEach(placeholder -> {
            placeholders.add(placeholder.getKey());
            assertThat(placeholder.getValue().at("/secret/name")).isEqualTo(secret.at("/metadata/name"));
            String key = placeholder.getValue().at("/secret/key").asText();
            assertThat(secret.path("stringData").has(key)).as(key).isTrue();
        });
        assertThat(found("\\$\\{(\\w+)}", file.at("/spec/realm").toString())).isEqualTo(placeholders);
    }

    @Test
    @DisplayName("are all shown by the page on them, and the statements for uninstalling name every table")
    void pages() throws IOException {
        String page = Files.readString(Path.of("docs/as-code.md")) + Files.readString(Path.of("docs/uninstall.md"));
        try (Stream<Path> files = Files.walk(Path.of("examples"))) {
            assertThat(files.filter(Files::isRegularFile).map(Path::toString).toList())
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(page).contains("(../" + file + ")"));
        }
        String changelog = Files.readString(Path.of("src/main/resources/META-INF/jumpcloud-changelog.xml"));
        Set<String> tables = found("<createTable tableName=\"(\\w+)\"", changelog);
        tables.add("DATABASECHANGELOG_JUMPCLOUD");
        assertThat(found("(?m)^DROP TABLE IF EXISTS (\\w+);$", new ExampleFile("uninstall/drop-tables.sql").text()))
                .isEqualTo(tables);
    }

    private static JsonNode realm() {
        return REALM_IMPORT.yaml(UnaryOperator.identity()).at("/spec/realm");
    }

    private static Set<String> known() {
        return Stream.concat(ConfigProperties.list().stream(), UserStorageProviderSpi.commonConfig().stream())
                .map(ProviderConfigProperty::getName)
                .collect(Collectors.toSet());
    }

    private static Set<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult result) -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
