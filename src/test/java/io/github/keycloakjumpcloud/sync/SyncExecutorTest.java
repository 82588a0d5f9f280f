package io.github.keycloakjumpcloud.sync;

import static io.github.keycloakjumpcloud.sync.Picture.person;
import static io.github.keycloakjumpcloud.sync.Picture.whole;
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
        SyncPlan plan = new SyncPlan(
                List.of(), people, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), 0);

        SyncExecutor.Result result = new SyncExecutor(withoutDatabase(), CONFIG, "component").execute(plan);

        assertThat(result.added()).isZero();
        assertThat(result.failures()).hasSize(5);
        assertThat(UserSync.problem(whole(people), result)).contains("ended early");
    }

    @Test
    @DisplayName("a run that came to its end says nothing of the kind")
    void nothingToDo() {
        SyncPlan plan = new SyncPlan(
                List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), 0);

        SyncExecutor.Result result = new SyncExecutor(withoutDatabase(), CONFIG, "component").execute(plan);

        assertThat(UserSync.problem(whole(List.of()), result)).isNull();
    }
}
