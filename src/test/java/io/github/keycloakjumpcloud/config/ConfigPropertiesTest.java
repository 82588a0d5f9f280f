package io.github.keycloakjumpcloud.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keycloak.provider.ProviderConfigProperty;

class ConfigPropertiesTest {

    private final List<ProviderConfigProperty> properties = ConfigProperties.list();

    @Test
    void aNewUserIsDoneAfterFourFields() {
        assertThat(properties)
                .extracting(ProviderConfigProperty::getName)
                .startsWith("organizationId", "bindDn", "bindCredential", "connectionUrl")
                .doesNotHaveDuplicates();
    }

    @Test
    void everyKeyButTheResolvedIdentityIsInTheConsole() throws IllegalAccessException {
        for (Field field : ConfigKeys.class.getFields()) {
            String key = (String) field.get(null);
            assertThat(properties.stream()
                            .anyMatch(property -> property.getName().equals(key)))
                    .as(key)
                    .isEqualTo(!key.equals(ConfigKeys.RESOLVED_ID_ATTRIBUTE));
        }
    }

    @Test
    void onlyThePasswordIsSecret() {
        assertThat(properties)
                .filteredOn(ProviderConfigProperty::isSecret)
                .singleElement()
                .satisfies(property -> {
                    assertThat(property.getName()).isEqualTo(ConfigKeys.BIND_CREDENTIAL);
                    assertThat(property.getType()).isEqualTo(ProviderConfigProperty.PASSWORD);
                });
    }

    /** The console stores the defaults it shows: a form saved untouched must mean the same as one that holds the three mandatory fields only. */
    @Test
    void theDefaultsShownAreTheDefaultsRead() {
        Typed typed = Typed.minimum();
        for (ProviderConfigProperty property : properties) {
            if (property.getDefaultValue() != null) {
                typed.with(property.getName(), property.getDefaultValue().toString());
            }
        }
        assertThat(typed.read()).isEqualTo(Typed.minimum().read());
        assertThat(ConfigValidator.validate(typed.values(), filter -> Optional.empty()))
                .isEmpty();
    }

    @Test
    void everyChoiceCanBeRead() {
        properties.stream().filter(property -> property.getOptions() != null).forEach(property -> property.getOptions()
                .forEach(option -> assertThat(ConfigValidator.validate(
                                Typed.minimum().with(property.getName(), option).values(), filter -> Optional.empty()))
                        .as(property.getName() + "=" + option)
                        .isEmpty()));
    }

    @Test
    void everyTypeHasAnEditorInTheConsole() {
        assertThat(properties)
                .extracting(ProviderConfigProperty::getType)
                .isSubsetOf(
                        Arrays.asList("String", "boolean", "Integer", "List", "Map", "MultivaluedString", "Password"));
    }
}
