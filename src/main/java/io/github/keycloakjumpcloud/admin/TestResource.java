package io.github.keycloakjumpcloud.admin;

import io.github.keycloakjumpcloud.access.Truststore;
import io.github.keycloakjumpcloud.config.ConnectionSettings;
import io.github.keycloakjumpcloud.config.JumpCloudConfig;
import io.github.keycloakjumpcloud.config.ServerAddress;
import io.github.keycloakjumpcloud.diagnose.ConnectionTest;
import io.github.keycloakjumpcloud.diagnose.FactSheet;
import io.github.keycloakjumpcloud.directory.Facts;
import io.github.keycloakjumpcloud.directory.Inspection;
import io.github.keycloakjumpcloud.directory.ldap.FactFinder;
import io.github.keycloakjumpcloud.directory.ldap.LdapInspector;
import io.github.keycloakjumpcloud.directory.ldap.TrialConnections;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code POST test}: goes the whole way to JumpCloud stage by stage, also with settings that are not saved yet. Writes nothing. */
public final class TestResource {

    /** Stands for a provider that has not been saved yet. */
    private static final String NEW = "new";

    private final AdminCall call;
    private final String componentId;

    TestResource(AdminCall call, String componentId) {
        this.call = call;
        this.componentId = componentId;
    }

    /**
     * The body may hold {@code {"config": …}} with unsaved settings, which for a new provider are all there are, and {@code {"facts": true}} for a text
     * that can be pasted into a bug report.
     */
    @POST
    public Response test(@Nullable InputStream body) {
        call.rights().manageRealm();
        Map<String, List<String>> stored =
                componentId.equals(NEW) ? Map.of() : call.component(componentId).getConfig();
        Wish wish = call.read(
                body, given -> new Wish(UnsavedSettings.merge(stored, given), RequestBody.flag(given, "facts")));
        TrialSettings settings = TrialSettings.of(call, stored, wish.settings());
        TestAnswer answer = answer(settings.config(), wish.facts());
        // Which servers, as whom: unsaved settings leave no other trace.
        call.record(
                "test",
                Map.of(
                        "unsaved",
                        settings.unsaved(),
                        "servers",
                        servers(settings.config().connection()),
                        "bindDn",
                        settings.config().connection().bindDn(),
                        "result",
                        answer.result()));
        return Answers.ok(answer);
    }

    /** On connections of its own, so that nobody else has to wait. */
    private TestAnswer answer(JumpCloudConfig config, boolean factsWanted) {
        try (TrialConnections connections =
                TrialConnections.open(config.connection(), Truststore.trustManager(call.session()))) {
            Inspection inspection = new LdapInspector(connections, config).inspect();
            String facts = factsWanted ? facts(connections, config, inspection) : null;
            return TestAnswer.of(ConnectionTest.findings(inspection, config, Instant.now()), facts, call.translation());
        }
    }

    private static String facts(TrialConnections connections, JumpCloudConfig config, Inspection inspection) {
        Facts facts = new FactFinder(connections, config, Duration.ZERO).find(inspection);
        return FactSheet.text(facts, config.connection().servers(), Instant.now());
    }

    private static List<String> servers(ConnectionSettings settings) {
        return Stream.of(settings.servers(), settings.authenticationServers())
                .flatMap(List::stream)
                .map(ServerAddress::toString)
                .distinct()
                .toList();
    }

    /** What the body asks for. */
    private record Wish(UnsavedSettings settings, boolean facts) {}
}
