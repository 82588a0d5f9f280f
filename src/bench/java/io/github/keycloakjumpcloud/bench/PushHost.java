package io.github.keycloakjumpcloud.bench;

import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import io.github.keycloakjumpcloud.keycloak.TestAuthority;
import io.github.keycloakjumpcloud.keycloak.TestHosts;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import io.github.keycloakjumpcloud.standin.PushAnswer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** The stand-in as a host that asks for a second factor, at the end of a line. */
final class PushHost implements AutoCloseable, People {

    static final int PUSHES = 200;

    private static final int GROUPS = 20;
    /** The most that the provider takes; long enough for a cell. */
    private static final String LONGEST_WAIT_MILLIS = "120000";

    private static final Duration LONGER_THAN_THAT = Duration.ofMinutes(10);
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
                        .certificateNames("127.0.0.1", TestHosts.SECOND_FACTOR)
                        .generated(SignInKind.CIRCLE + PUSHES, GROUPS, Scale.MEMBERSHIPS)
                        .start(),
                roundTrip);
    }

    FederationApi federate(RealmApi realm) {
        return realm.addJumpCloud(Map.of(
                "connectionUrl", List.of("ldaps://127.0.0.1:" + searches.port()),
                "authenticationUrl", List.of("ldaps://" + TestHosts.SECOND_FACTOR + ":" + binds.port()),
                "authenticationTimeout", List.of(LONGEST_WAIT_MILLIS),
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

    /** Does something while people outside of the circle wait for their phones in their browsers; afterwards none of them does any more. */
    void whilePushesWait(RealmApi realm, Runnable measurement) {
        jumpCloud.behaviour().push(PushAnswer.APPROVED, LONGER_THAN_THAT);
        try (WaitingBrowsers browsers = WaitingBrowsers.open(realm, this, SignInKind.CIRCLE, PUSHES)) {
            Awaitility.await("pushes at the host")
                    .atMost(ARRIVAL_LIMIT)
                    .until(() -> jumpCloud.waitingPushes() == PUSHES);
            measurement.run();
            if (!browsers.allWait() || jumpCloud.waitingPushes() != PUSHES) {
                throw new IllegalStateException("A push was answered before the measurement was over");
            }
        } finally {
            jumpCloud.behaviour().push(PushAnswer.DENIED, Duration.ZERO);
        }
    }

    @Override
    public void close() {
        searches.close();
        binds.close();
        jumpCloud.close();
    }
}
