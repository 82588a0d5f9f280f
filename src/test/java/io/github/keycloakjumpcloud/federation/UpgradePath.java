package io.github.keycloakjumpcloud.federation;

import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.KeycloakServer;
import io.github.keycloakjumpcloud.keycloak.KeycloakSettings;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import io.github.keycloakjumpcloud.keycloak.TestAuthority;
import io.github.keycloakjumpcloud.postgres.PostgresDatabase;
import io.github.keycloakjumpcloud.postgres.PostgresServer;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One database and one directory, and one server after the other on them: with an older jar, with this one, and with the older one again. */
final class UpgradePath implements AutoCloseable {

    /** The older jar; {@code .ci/upgrade-from} makes one and sets it. */
    static final String PROPERTY = "upgrade.from.jar";

    static final String WHY_NOT = "there is no older jar to come from; .ci/upgrade-from <commit or tag> makes one";

    private final PostgresServer postgres = PostgresServer.start();
    private final PostgresDatabase database = postgres.createDatabase("keycloak");
    private final JumpCloudStandIn jumpCloud = FourPeople.start();
    private final Map<String, String> settings;
    private @Nullable KeycloakServer server;
    private String realm = "";
    private String component = "";

    /** Settings of the provider beyond those that everybody fills in. */
    UpgradePath(Map<String, String> settings) {
        this.settings = settings;
    }

    /** With the older jar, and for the first time with a realm that federates. */
    FederationApi older() {
        restart(Path.of(System.getProperty(PROPERTY, "")));
        if (realm.isEmpty()) {
            FederationApi federation = Federations.federate(running().admin(), jumpCloud, settings);
            realm = federation.realm().name();
            component = federation.id();
        }
        return federation();
    }

    /** With the jar of this build. */
    FederationApi newer() {
        restart(Path.of(System.getProperty("keycloak.provider.jar", "")));
        return federation();
    }

    private FederationApi federation() {
        return running().admin().realm(realm).federation(component);
    }

    private void restart(Path jar) {
        stop();
        server = KeycloakServer.start(KeycloakSettings.named("upgrade")
                .trusting(TestAuthority.get().pemFile())
                .database("postgres", database.url(), database.user(), database.password())
                .providers(List.of(jar)));
    }

    /** Lines of the running server that nobody should see. */
    List<String> errors() {
        return running()
                .log()
                .text()
                .lines()
                .filter(line -> line.contains(" ERROR ") || line.contains("LinkageError"))
                .toList();
    }

    JumpCloudStandIn jumpCloud() {
        return jumpCloud;
    }

    PostgresDatabase database() {
        return database;
    }

    /** Whether this user can sign in with JumpCloud's password. */
    boolean letsIn(RealmApi where, String username) {
        return where.signIn().with(username, jumpCloud.passwordOf(username)).isSuccess();
    }

    private KeycloakServer running() {
        if (server == null) {
            throw new IllegalStateException("No server has been started yet");
        }
        return server;
    }

    private void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Override
    public void close() {
        stop();
        jumpCloud.close();
        postgres.close();
    }
}
