package io.github.keycloakjumpcloud.federation;

import io.github.keycloakjumpcloud.keycloak.AdminApi;
import io.github.keycloakjumpcloud.keycloak.Backend;
import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.Ports;
import io.github.keycloakjumpcloud.keycloak.TestAuthority;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import io.github.keycloakjumpcloud.standin.Operation;
import io.github.keycloakjumpcloud.standin.OperationKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Stand-ins that the shared Keycloak trusts, and realms that federate with them. */
final class Federations {

    private Federations() {}

    /** A builder whose certificate comes from the authority that the shared server trusts; the readable company unless told otherwise. */
    static JumpCloudStandIn.Builder standIn() {
        return reachable(JumpCloudStandIn.builder());
    }

    /** With a certificate that the servers of the tests trust, and where they can connect to. */
    static JumpCloudStandIn.Builder reachable(JumpCloudStandIn.Builder standIn) {
        // Ports of its own, which no connection of another test takes while the test has them closed.
        return Backend.chosen()
                .reachable(standIn.certificateAuthority(TestAuthority.get())
                        .ldapPort(Ports.free())
                        .ldapsPort(Ports.free())
                        .mfaPort(Ports.free()));
    }

    /** The four settings that a new administrator fills in. */
    static Map<String, List<String>> settings(JumpCloudStandIn jumpCloud) {
        Map<String, List<String>> settings = new HashMap<>();
        settings.put("connectionUrl", List.of(jumpCloud.ldapsUrl()));
        settings.put("organizationId", List.of(jumpCloud.organizationId()));
        settings.put("bindDn", List.of(jumpCloud.readerName()));
        settings.put("bindCredential", List.of(jumpCloud.readerPassword()));
        // Two busy cores make even a TLS handshake with this very machine slow.
        settings.put("connectionTimeout", List.of("1400"));
        return settings;
    }

    /** The four settings and more. */
    static Map<String, List<String>> settings(JumpCloudStandIn jumpCloud, Map<String, String> more) {
        Map<String, List<String>> settings = settings(jumpCloud);
        more.forEach((key, value) -> settings.put(key, List.of(value)));
        return settings;
    }

    /** The operations since the last {@code resetCounts()}, without those that keep idle connections alive once a minute. */
    static List<Operation> traffic(JumpCloudStandIn jumpCloud) {
        return jumpCloud.operations().stream()
                .filter(operation -> operation.kind() != OperationKind.SEARCH
                        || !operation.base().isEmpty()
                        || !operation.scope().equals("base"))
                .toList();
    }

    /** A new realm that federates with this directory. */
    static FederationApi federate(AdminApi admin, JumpCloudStandIn jumpCloud) {
        return admin.createRealm().addJumpCloud(settings(jumpCloud));
    }

    /** A new realm that federates with this directory, with further settings. */
    static FederationApi federate(AdminApi admin, JumpCloudStandIn jumpCloud, Map<String, String> more) {
        return admin.createRealm().addJumpCloud(settings(jumpCloud, more));
    }
}
