package io.github.keycloakjumpcloud.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Keeps servers in the order in which they were given. Keycloak stores several values of a setting as a set of rows, and reads them back in any order. */
public final class ServerOrder {

    private static final List<String> KEYS = List.of(ConfigKeys.CONNECTION_URL, ConfigKeys.AUTHENTICATION_URL);

    private ServerOrder() {}

    /** Puts the servers of each setting into one value, separated by spaces, before it is stored. */
    public static void keep(Map<String, List<String>> values) {
        for (String key : KEYS) {
            values.computeIfPresent(
                    key, (same, texts) -> texts.size() < 2 ? texts : new ArrayList<>(List.of(joined(texts))));
        }
    }

    private static String joined(List<String> texts) {
        return String.join(
                " ",
                texts.stream().filter(text -> text != null && !text.isBlank()).toList());
    }
}
