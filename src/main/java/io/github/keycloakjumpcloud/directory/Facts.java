package io.github.keycloakjumpcloud.directory;

import io.github.keycloakjumpcloud.config.ServerAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found out of one server.
 *
 * @param asked that server; {@code null} where none could be reached
 * @param all one fact for each question, in their order
 */
public record Facts(@Nullable ServerAddress asked, List<Fact> all) {

    public Facts {
        all = List.copyOf(all);
    }
}
