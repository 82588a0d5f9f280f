package io.github.keycloakjumpcloud.sync;

import io.github.keycloakjumpcloud.directory.DirectoryUser;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * A user to be created.
 *
 * @param keycloakId the random id that he gets
 * @param user what he is in the directory
 */
record NewUser(String keycloakId, DirectoryUser user) {

    /**
     * The users by name, with ascending ids. Every batch then adds to one place of a database's indices, where random ids add to all pages of all of
     * them.
     */
    static List<NewUser> ascending(List<DirectoryUser> users) {
        List<String> ids = Stream.generate(KeycloakModelUtils::generateId)
                .limit(users.size())
                .sorted()
                .toList();
        List<DirectoryUser> byName = users.stream()
                .sorted(Comparator.comparing(DirectoryUser::username))
                .toList();
        List<NewUser> newUsers = new ArrayList<>(users.size());
        for (int index = 0; index < byName.size(); index++) {
            newUsers.add(new NewUser(ids.get(index), byName.get(index)));
        }
        return newUsers;
    }
}
