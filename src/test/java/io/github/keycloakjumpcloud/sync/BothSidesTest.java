package io.github.keycloakjumpcloud.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.keycloakjumpcloud.directory.ReadOutcome;
import io.github.keycloakjumpcloud.store.LocalUser;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BothSidesTest {

    private static final ReadOutcome DIRECTORY = Picture.whole(List.of());
    private static final List<LocalUser> USERS = List.of(Picture.imported(Picture.person("1", "anna", null)));

    @Test
    @DisplayName("the directory is read while Keycloak's rows still are")
    void sameTime() {
        CountDownLatch directoryBegan = new CountDownLatch(1);

        BothSides both = BothSides.read(
                () -> {
                    directoryBegan.countDown();
                    return DIRECTORY;
                },
                counted -> {
                    counted.run();
                    Latches.await(directoryBegan);
                    return USERS;
                });

        assertThat(both).isEqualTo(new BothSides(DIRECTORY, USERS));
    }

    @Test
    @DisplayName("the directory is not asked before it is settled whom Keycloak has")
    void order() {
        AtomicBoolean settled = new AtomicBoolean();

        BothSides.read(
                () -> {
                    assertThat(settled).isTrue();
                    return DIRECTORY;
                },
                counted -> {
                    settled.set(true);
                    counted.run();
                    return USERS;
                });
    }

    @Test
    @DisplayName("where the database is away the read fails with that cause, whether or not it was away from the start")
    void databaseAway() {
        assertThatThrownBy(() -> BothSides.read(() -> DIRECTORY, counted -> {
                    throw new ArithmeticException("no");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasCauseInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> BothSides.read(() -> DIRECTORY, counted -> {
                    counted.run();
                    throw new ArithmeticException("no");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasCauseInstanceOf(ArithmeticException.class);
    }
}
