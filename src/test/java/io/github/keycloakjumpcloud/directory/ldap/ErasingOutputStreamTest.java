package io.github.keycloakjumpcloud.directory.ldap;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What is sent to a server")
class ErasingOutputStreamTest {

    private final byte[] buffer = "..secret..".getBytes(US_ASCII);

    @Test
    @DisplayName("arrives whole, and is gone from the writer's buffer")
    void erases() throws IOException {
        ByteArrayOutputStream server = new ByteArrayOutputStream();

        new ErasingOutputStream(server).write(buffer, 2, 6);

        assertThat(server.toString(US_ASCII)).isEqualTo("secret");
        assertThat(buffer).containsExactly('.', '.', 0, 0, 0, 0, 0, 0, '.', '.');
    }

    @Test
    @DisplayName("is gone as well where it could not be sent")
    void erasesFailed() {
        OutputStream lost = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("connection reset");
            }
        };

        assertThatThrownBy(() -> new ErasingOutputStream(lost).write(buffer, 2, 6))
                .isInstanceOf(IOException.class);
        assertThat(buffer).containsExactly('.', '.', 0, 0, 0, 0, 0, 0, '.', '.');
    }
}
