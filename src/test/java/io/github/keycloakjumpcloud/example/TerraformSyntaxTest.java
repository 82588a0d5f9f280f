package io.github.keycloakjumpcloud.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.bertramlabs.plugins.hcl4j.HCLParser;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerraformSyntaxTest {

    @ParameterizedTest
    @ValueSource(strings = {"terraform/main.tf", "terraform/variables.tf"})
    @DisplayName("the example for Terraform is HCL")
    void isHcl(String file) throws Exception {
        assertThat(new HCLParser().parse(new ExampleFile(file).text())).isNotEmpty();
    }
}
