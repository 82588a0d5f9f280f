package io.github.keycloakjumpcloud.bench;

import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import io.github.keycloakjumpcloud.keycloak.SignInLine;
import io.github.keycloakjumpcloud.keycloak.TestAuthority;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import io.github.keycloakjumpcloud.standin.PushAnswer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/** The stand-in as a host that asks for a second factor, at the end of a line. */
final class PushHost implements AutoCloseable, People {

    static final int PUSHES = 100;

    /** This extension takes a host for one that pushes by its name. */
    private static final String HOST = "ldap-mfa.jumpcloud.test";

    private static final int GROUPS = 20;
    private static final Duration LONGER_THAN_A_CELL = Duration.ofSeconds(58);
    private static final Duration ARRIVAL_LIMIT = Duration.ofSeconds(30);

    private final JumpCloudStandIn jumpCloud;
    private final LatencyProxy searches;
    private final LatencyProxy binds;
    private final List<String> names;

    private PushHost(JumpCloudStandIn jumpCloud, Duration roundTrip) {
        this.jumpCloud = jumpCloud;
        this.searches = LatencyProxy.start(jumpCloud.ldapsPort(), roundTrip);
        this.binds = LatencyProxy.start(jumpCloud.mfaPort(), roundTrip);
        this.names = jumpCloud.directory().usernames().stream()
                .filter(name -> !name.equals(jumpCloud.readerName()))
                .toList();
    }

    static PushHost start(Duration roundTrip) {
        return new PushHost(
                JumpCloudStandIn.builder()
                        .certificateAuthority(TestAuthority.get())
                        .certificateNames("127.0.0.1", HOST)
                        .generated(SignInKind.CIRCLE + PUSHES, GROUPS, Scale.MEMBERSHIPS)
                        .start(),
                roundTrip);
    }

    /** Makes Java know where the host is; the machine itself keeps its own name. */
    static String jvmOption() {
        try {
            Path hosts = BenchFolder.get().inside("commands").resolve("hosts");
            Files.writeString(
                    hosts,
                    "127.0.0.1 localhost\n127.0.0.1 "
                            + InetAddress.getLocalHost().getHostName() + "\n127.0.0.1 " + HOST + "\n");
            return "-Djdk.net.hosts.file=" + hosts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    FederationApi federate(RealmApi realm) {
        return realm.addJumpCloud(Map.of(
                "connectionUrl", List.of("ldaps://127.0.0.1:" + searches.port()),
                "authenticationUrl", List.of("ldaps://" + HOST + ":" + binds.port()),
                "organizationId", List.of(jumpCloud.organizationId()),
                "bindDn", List.of(jumpCloud.readerName()),
                "bindCredential", List.of(jumpCloud.readerPassword())));
    }

    @Override
    public String name(int person) {
        return names.get(person);
    }

    @Override
    public String password(int person) {
        return jumpCloud.passwordOf(name(person));
    }

    /** Does something while people outside of the circle wait for their phones; afterwards none of them does any more. */
    void whilePushesWait(SignInLine line, Runnable measurement) {
        jumpCloud.behaviour().push(PushAnswer.APPROVED, LONGER_THAN_A_CELL);
        ExecutorService threads = Executors.newFixedThreadPool(PUSHES);
        try {
            List<CompletableFuture<?>> waiting = IntStream.range(0, PUSHES)
                    .mapToObj(number -> SignInKind.CIRCLE + number)
                    .<CompletableFuture<?>>map(person ->
                            CompletableFuture.runAsync(() -> line.with(name(person), password(person)), threads))
                    .toList();
            Awaitility.await("pushes at the host")
                    .atMost(ARRIVAL_LIMIT)
                    .until(() -> jumpCloud.openConnections() >= PUSHES);
            measurement.run();
            if (waiting.stream().anyMatch(CompletableFuture::isDone)) {
                throw new IllegalStateException("A push was answered before the measurement was over");
            }
            jumpCloud.behaviour().push(PushAnswer.DENIED, Duration.ZERO);
            jumpCloud.dropConnections();
            waiting.forEach(CompletableFuture::join);
        } finally {
            threads.shutdownNow();
        }
    }

    @Override
    public void close() {
        searches.close();
        binds.close();
        jumpCloud.close();
    }
}
