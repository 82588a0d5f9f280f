package io.github.keycloakjumpcloud.directory.ldap;

import io.github.keycloakjumpcloud.dn.DistinguishedName;
import java.util.HashMap;
import java.util.Map;

/** Remembers DNs' keys: the same few groups come up once for every membership, and parsing a DN costs microseconds. Used by one thread. */
final class DnKeys {

    private final Map<String, String> keys = new HashMap<>();

    String of(String dn) {
        return keys.computeIfAbsent(dn, DistinguishedName::keyOf);
    }
}
