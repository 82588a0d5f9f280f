package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.KeycloakServer;
import io.github.keycloakjumpcloud.keycloak.KeycloakSettings;
import io.github.keycloakjumpcloud.keycloak.TestAuthority;
import io.github.keycloakjumpcloud.keycloak.TestHosts;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A Keycloak of its own: tracing is switched on, and metrics are switched off, when Keycloak is built. */
class TracesIT {

    private static final String TRACER = "io.github.keycloakjumpcloud";

    @Test
    @DisplayName(
            "syncs and sign-ins appear in Keycloak's traces with outcome and server, and without anybody's name, also where"
                    + " metrics are off")
    void spans() {
        try (TraceCollector collector = TraceCollector.start();
                JumpCloudStandIn jumpCloud = FourPeople.start();
                KeycloakServer server = KeycloakServer.start(settings(collector))) {
            FederationApi federation = Federations.federate(server.admin(), jumpCloud);
            assertThat(federation
                            .realm()
                            .signIn()
                            .with("anna", jumpCloud.passwordOf("anna"))
                            .isSuccess())
                    .isTrue();
            assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(3, 0, 0, 0));
            jumpCloud.stopListening();
            jumpCloud.dropConnections();
            federation.fullSync().ok();

            Awaitility.await("the spans of two syncs")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> named("JumpCloud.run", collector).size() == 2);

            assertThat(named("JumpCloud.search", collector)).first().satisfies(nested("jumpcloud.outcome", "present"));
            assertThat(named("JumpCloud.bind", collector))
                    .singleElement()
                    .satisfies(nested("jumpcloud.outcome", "accepted", "jumpcloud.server", jumpCloud.ldapsUrl()));
            assertThat(content("JumpCloud.run", collector))
                    .contains("jumpcloud.provider", federation.id(), "jumpcloud.trigger", "BUTTON")
                    .contains("COMPLETED", "FAILED");
            assertThat(content("JumpCloud.read", collector))
                    .contains("complete", "failed", "jumpcloud.entries", "jumpcloud.groups");
            assertThat(collector.spans(TRACER))
                    .extracting(CollectedSpan::name)
                    .contains("JumpCloud.reading", "JumpCloud.comparing", "JumpCloud.groups", "JumpCloud.users")
                    .contains("JumpCloud.removals");
            assertThat(collector.spans(TRACER)).allSatisfy(span -> assertThat(span.content())
                    .doesNotContain("uid=", "anna", "Anna", jumpCloud.readerName(), jumpCloud.passwordOf("anna")));
        }
    }

    private static List<CollectedSpan> named(String name, TraceCollector collector) {
        return collector.spans(TRACER).stream()
                .filter(span -> span.name().equals(name))
                .toList();
    }

    private static String content(String name, TraceCollector collector) {
        return named(name, collector).stream().map(CollectedSpan::content).collect(Collectors.joining());
    }

    private static Consumer<CollectedSpan> nested(String... texts) {
        return span -> {
            assertThat(span.nested()).isTrue();
            assertThat(span.content()).contains(texts);
        };
    }

    private static KeycloakSettings settings(TraceCollector collector) {
        return KeycloakSettings.named("traces")
                .buildOption("metrics-enabled", "false")
                .buildOption("tracing-enabled", "true")
                .buildOption("tracing-jdbc-enabled", "false")
                .startOption("tracing-protocol", "http/protobuf")
                .startOption("tracing-endpoint", collector.url())
                .trusting(TestAuthority.get().pemFile())
                .hosts(TestHosts.file());
    }
}
