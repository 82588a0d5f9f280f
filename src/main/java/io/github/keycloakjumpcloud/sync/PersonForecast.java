package io.github.keycloakjumpcloud.sync;

import io.github.keycloakjumpcloud.directory.DirectoryUser;
import io.github.keycloakjumpcloud.directory.RejectedEntry;
import io.github.keycloakjumpcloud.store.Holder;
import io.github.keycloakjumpcloud.store.LocalSnapshot;
import io.github.keycloakjumpcloud.store.LocalUser;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What would become of one person who is brought in.
 *
 * @param known the Keycloak user with the same identity, or {@code null} where one would be created
 * @param failure why the person cannot be brought in, or not under these names, or {@code null}
 * @param usernameHolder which other Keycloak user has the user name, or {@code null}
 * @param emailHolder which other Keycloak user has the e-mail address, or {@code null}
 */
public record PersonForecast(
        @Nullable LocalUser known,
        @Nullable RejectedEntry failure,
        @Nullable Holder usernameHolder,
        @Nullable Holder emailHolder) {

    static PersonForecast of(DirectoryUser user, LocalSnapshot local, Stream<RejectedEntry> obstacles) {
        String email = user.email();
        return new PersonForecast(
                local.users().stream()
                        .min(Comparator.comparing(LocalUser::keycloakId))
                        .orElse(null),
                obstacles
                        .filter(entry -> entry.dn().equals(user.dn()))
                        .findFirst()
                        .orElse(null),
                local.usernameHolders().get(user.username()),
                email == null ? null : local.emailHolders().get(email));
    }
}
