package io.github.keycloakjumpcloud.adopt;

import io.github.keycloakjumpcloud.directory.DirectoryGroup;
import io.github.keycloakjumpcloud.store.ForeignUser;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What moving users and groups from or to another provider would do.
 *
 * @param otherSide the other provider's component, or the identity provider's alias
 * @param refusal why nothing can be moved, as a sentence that says what to do, or {@code null}
 * @param users who moves
 * @param groups which groups move: Keycloak id to the directory group it stands for
 * @param absent those among the users whom the directory does not show; they move too, and the next sync treats them as people who have left
 * @param left who and what stays where it is, each with the reason
 * @param matches by what those who move were recognised; empty where they carry an identity of the directory already
 */
public record AdoptionPlan(
        String otherSide,
        @Nullable String refusal,
        List<ForeignUser> users,
        Map<String, DirectoryGroup> groups,
        List<ForeignUser> absent,
        List<LeftBehind> left,
        List<Match> matches) {

    /**
     * What stays.
     *
     * @param name user or group name
     * @param reason why, and what to do
     */
    public record LeftBehind(String name, String reason) {}

    /**
     * Who becomes whom.
     *
     * @param username user name in Keycloak
     * @param knownAs what the identity provider calls the person: the id or the user name, whichever has led to somebody in JumpCloud
     * @param jumpCloudUsername the user name of that somebody
     */
    public record Match(String username, String knownAs, String jumpCloudUsername) {}

    public AdoptionPlan {
        users = List.copyOf(users);
        groups = Map.copyOf(groups);
        absent = List.copyOf(absent);
        left = List.copyOf(left);
        matches = List.copyOf(matches);
    }

    /** Nothing moves, for this reason. */
    public static AdoptionPlan refused(String otherSide, String refusal) {
        return new AdoptionPlan(otherSide, refusal, List.of(), Map.of(), List.of(), List.of(), List.of());
    }

    /** The same for the same users and groups, whatever their order; another for any other picture. */
    public String id() {
        MessageDigest digest = sha256();
        Stream.concat(
                        Stream.of(otherSide),
                        Stream.concat(
                                        users.stream().map(user -> user.keycloakId() + ' ' + user.directoryId()),
                                        groups.keySet().stream())
                                .sorted())
                .forEach(id -> digest.update((id + '\n').getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest(), 0, 16);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
