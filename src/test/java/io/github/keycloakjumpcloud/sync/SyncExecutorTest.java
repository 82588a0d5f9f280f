package io.github.keycloakjumpcloud.sync;

import static io.github.keycloakjumpcloud.sync.Picture.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.config.ConfigReader;
import io.github.keycloakjumpcloud.config.JumpCloudConfig;
import io.github.keycloakjumpcloud.directory.DirectoryUser;
import io.github.keycloakjumpcloud.store.Transactions;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.models.KeycloakSessionFactory;

class SyncExecutorTest {

    private static final JumpCloudConfig CONFIG = ConfigReader.read(
            Map.of(
                    "organizationId", List.of("5f0000000000000000000001"),
                    "bindDn", List.of("ldapreader"),
                    "bindCredential", List.of("secret")),
            secret -> secret);

    /** What Keycloak does while its database is away: no session gets anywhere. */
    private static Transactions withoutDatabase() {
        KeycloakSessionFactory factory = (KeycloakSessionFactory) Proxy.newProxyInstance(
                SyncExecutorTest.class.getClassLoader(),
                new Class<?>[] {KeycloakSessionFactory.class},
                (proxy, method, arguments) -> {
                    throw new UnsupportedOperationException("no database");
                });
        return new Transactions(factory, "realm");
    }

    @Test
    @DisplayName("a database that is away ends the run after a few entries, and the report says so")
    void databaseAway() {
        List<DirectoryUser> people = IntStream.range(0, 100)
                .mapToObj(i -> person("50" + i, "user" + i, null))
                .toList();

        SyncExecutor.Result result = executor(SyncMonitor.NONE).execute(creating(people));

        assertThat(result.done().newUsers()).isEmpty();
        assertThat(result.failures()).hasSize(5);
        assertThat(UserSync.problem(null, result)).contains("ended early");
    }

    @Test
    @DisplayName("a run that came to its end says nothing of the kind")
    void nothingToDo() {
        SyncExecutor.Result result = executor(SyncMonitor.NONE).execute(creating(List.of()));

        assertThat(UserSync.problem(null, result)).isNull();
        assertThat(UserSync.problem("shortfall", result)).isEqualTo("shortfall");
    }

    @Test
    @DisplayName("a run that is asked to stop attempts nothing more")
    void stopped() {
        SyncMonitor stopping = new SyncMonitor() {
            @Override
            public void phase(SyncPhase phase, long total) {}

            @Override
            public void advance(long by) {}

            @Override
            public boolean stopRequested() {
                return true;
            }
        };

        SyncExecutor.Result result = executor(stopping).execute(creating(List.of(Picture.JANE)));

        assertThat(result.stopped()).isTrue();
        assertThat(result.failures()).isEmpty();
    }

    private static SyncExecutor executor(SyncMonitor monitor) {
        return new SyncExecutor(
                withoutDatabase(), CONFIG, "component", new PhaseClock(monitor), Picture.NOW, user -> false, () -> 4);
    }

    private static SyncPlan creating(List<DirectoryUser> people) {
        return new SyncPlan(GroupPlan.EMPTY, people, List.of(), List.of(), Obstacles.NONE, 0, Census.NOBODY);
    }
}
