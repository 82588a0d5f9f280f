package io.github.keycloakjumpcloud.directory.ldap;

import io.github.keycloakjumpcloud.directory.DirectoryGroup;
import io.github.keycloakjumpcloud.directory.DirectoryUser;
import io.github.keycloakjumpcloud.directory.ReadOutcome;
import io.github.keycloakjumpcloud.directory.RejectedEntry;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Picks users, groups and rejections out of a snapshot by name. */
final class SnapshotContents {

    private SnapshotContents() {}

    static Set<String> usernames(ReadOutcome.Snapshot read) {
        return read.users().stream().map(DirectoryUser::username).collect(Collectors.toSet());
    }

    static Set<String> groupNames(ReadOutcome.Snapshot read) {
        return read.groups().stream().map(DirectoryGroup::name).collect(Collectors.toSet());
    }

    static DirectoryUser user(ReadOutcome.Snapshot read, String username) {
        return read.users().stream()
                .filter(user -> user.username().equals(username))
                .findFirst()
                .orElseThrow();
    }

    static List<String> groupsOf(ReadOutcome.Snapshot read, String username) {
        return user(read, username).groupKeys().stream()
                .map(key -> read.groups().stream()
                        .filter(group -> group.key().equals(key))
                        .map(DirectoryGroup::name)
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    static String reason(ReadOutcome.Snapshot read, String dn) {
        return read.rejected().stream()
                .filter(entry -> Objects.equals(entry.dn(), dn))
                .map(RejectedEntry::reason)
                .findFirst()
                .orElseThrow();
    }
}
