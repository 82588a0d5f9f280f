package io.github.keycloakjumpcloud.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.config.JumpCloudConfig;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A component's configuration")
class ReadConfigsTest {

    private static final String ID = "component";

    private final ReadConfigs configs = new ReadConfigs();
    private final Map<String, List<String>> values = new HashMap<>(Map.of(
            "organizationId", List.of("5f0c1a2b3c4d5e6f70819203"),
            "bindDn", List.of("ldapreader"),
            "bindCredential", List.of("secret")));
    private String inVault = "old";

    @Test
    @DisplayName("is read once as long as nobody changes it")
    void once() {
        assertThat(read()).isSameAs(read());
    }

    @Test
    @DisplayName("is read anew after a change, in place or not, and back")
    void changed() {
        JumpCloudConfig first = read();
        List<String> groups = new ArrayList<>(List.of("Staff"));
        values.put("userGroups", groups);
        assertThat(read().users().userGroups()).containsExactly("Staff");

        groups.add("Sales");
        assertThat(read().users().userGroups()).containsExactly("Staff", "Sales");

        values.remove("userGroups");
        assertThat(read()).isEqualTo(first);
    }

    @Test
    @DisplayName("of another component is another one")
    void another() {
        read();
        values.put("bindDn", List.of("other"));
        JumpCloudConfig other = configs.read("other", values, value -> value);

        assertThat(other.connection().bindDn()).contains("other");
        assertThat(read()).isEqualTo(other);
    }

    @Test
    @DisplayName("is read each time where a value is in the vault: it may change there")
    void vault() {
        values.put("bindCredential", List.of("${vault.reader}"));
        assertThat(read().connection().bindCredential()).isEqualTo("old");

        inVault = "new";

        assertThat(read().connection().bindCredential()).isEqualTo("new");
    }

    private JumpCloudConfig read() {
        return configs.read(ID, values, value -> value.equals("${vault.reader}") ? inVault : value);
    }
}
