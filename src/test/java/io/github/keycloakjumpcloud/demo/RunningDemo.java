package io.github.keycloakjumpcloud.demo;

import io.github.keycloakjumpcloud.keycloak.KeycloakServer;
import io.github.keycloakjumpcloud.keycloak.KeycloakSettings;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import io.github.keycloakjumpcloud.keycloak.Response;
import io.github.keycloakjumpcloud.keycloak.TestAuthority;
import io.github.keycloakjumpcloud.standin.CertificateAuthority;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The demo's servers, started and filled. */
final class RunningDemo implements AutoCloseable {

    static final String REALM = "jumpcloud-demo";
    static final String TEMPLATE_REALM = "jumpcloud";

    static final Path TEMPLATE = Path.of("realm-exports", "jumpcloud-realm-template.json");

    private static final Path EXPORT = Path.of("realm-exports", "jumpcloud-demo-realm.json");

    private final KeycloakServer keycloak;
    private final @Nullable JumpCloudStandIn standIn;
    private final RealmApi realm;
    private final String component;
    private final Response sync;

    private RunningDemo(KeycloakServer keycloak, @Nullable JumpCloudStandIn standIn, String realmName) {
        this.keycloak = keycloak;
        this.standIn = standIn;
        this.realm = keycloak.admin().realm(realmName);
        String component = realm.get("/components?type=org.keycloak.storage.UserStorageProvider")
                .ok()
                .path(0)
                .path("id")
                .asText();
        this.component = component;
        // The console that the administrator signs in to is master's, whichever realm it shows.
        keycloak.admin().realm("master").update(Map.of("adminTheme", "jumpcloud"));
        this.sync = realm.federation(component).fullSync();
    }

    static RunningDemo start(Map<String, String> environment) {
        KeycloakSettings settings =
                KeycloakSettings.named("demo").ports(DemoPort.HTTP.free(), DemoPort.MANAGEMENT.free());
        return RealOrganization.from(environment)
                .map(organization -> withOrganization(settings, organization))
                .orElseGet(() -> withStandIn(
                        settings,
                        JumpCloudStandIn.builder()
                                .ldapPort(DemoPort.LDAP.free())
                                .ldapsPort(DemoPort.LDAPS.free())
                                .mfaPort(DemoPort.MFA.free())));
    }

    static RunningDemo withOrganization(KeycloakSettings settings, RealOrganization organization) {
        KeycloakSettings complete = organization.applyTo(settings).importing(TEMPLATE);
        return new RunningDemo(KeycloakServer.start(complete), null, TEMPLATE_REALM);
    }

    static RunningDemo withStandIn(KeycloakSettings settings, JumpCloudStandIn.Builder company) {
        CertificateAuthority authority = TestAuthority.get();
        JumpCloudStandIn standIn = company.certificateAuthority(authority).start();
        KeycloakSettings complete = settings.trusting(authority.pemFile())
                .environment("JUMPCLOUD_DEMO_LDAPS_PORT", String.valueOf(standIn.ldapsPort()))
                .importing(EXPORT);
        try {
            return new RunningDemo(KeycloakServer.start(complete), standIn, REALM);
        } catch (RuntimeException e) {
            standIn.close();
            throw e;
        }
    }

    KeycloakServer keycloak() {
        return keycloak;
    }

    RealmApi realm() {
        return realm;
    }

    /** The provider's page, with the panel, in the admin console. */
    String providerPage() {
        return "http://localhost:" + keycloak.httpPort() + "/admin/master/console/#/" + realm.name()
                + "/user-federation/jumpcloud/" + component;
    }

    /** Keycloak's answer to the first full sync. */
    Response sync() {
        return sync;
    }

    /** Null in front of a real organization. */
    @Nullable
    JumpCloudStandIn standIn() {
        return standIn;
    }

    @Override
    public void close() {
        keycloak.close();
        if (standIn != null) {
            standIn.close();
        }
    }
}
