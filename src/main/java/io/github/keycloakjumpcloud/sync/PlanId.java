package io.github.keycloakjumpcloud.sync;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** A name for a set of removals and held renames: the same for the same set in any order, another one as soon as anything differs. */
final class PlanId {

    private static final int LENGTH = 32;

    private PlanId() {}

    /** The id of what a plan takes away, and of its renames. */
    static String of(SyncPlan plan) {
        Map<String, String> groupIds = new HashMap<>();
        plan.groups().owned().forEach(group -> groupIds.put(group.key(), group.keycloakId()));
        List<String> lines = new ArrayList<>();
        plan.removals()
                .forEach(removal ->
                        lines.add(removal.fate() + " " + removal.user().keycloakId()));
        plan.changes().forEach(change -> change.leave()
                .forEach(key ->
                        lines.add("LEAVE " + change.local().keycloakId() + " " + groupIds.getOrDefault(key, key))));
        plan.changes().stream()
                .filter(UserChange::isRename)
                .forEach(change -> lines.add("RENAME " + change.local().keycloakId() + " "
                        + change.user().username()));
        plan.groups().removed().forEach(group -> lines.add("REMOVE " + group.keycloakId()));
        lines.sort(null);
        return digest(lines).substring(0, LENGTH);
    }

    private static String digest(List<String> lines) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            lines.forEach(line -> digest.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
