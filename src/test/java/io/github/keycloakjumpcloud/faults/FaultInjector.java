package io.github.keycloakjumpcloud.faults;

import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** Lets something go wrong every few seconds until it is closed; then everything works again. */
final class FaultInjector implements AutoCloseable {

    private static final List<Fault> FAULTS = List.of(Fault.values());

    /** Between two faults. */
    private static final int LEAST_REST = 1_000;

    private static final int MOST_REST = 4_000;
    private static final int LEAST_FAULT = 200;

    /** Longer than a bind may take, so that some wait in vain. */
    private static final int MOST_SILENCE = 6_500;

    private static final int MOST_ABSENCE = 3_000;
    private static final double SOME = 0.5;

    private final FaultyLine line;
    private final JumpCloudStandIn jumpCloud;
    private final Random random;
    private final Map<Fault, Integer> struck = new EnumMap<>(Fault.class);
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "fault-injector");

    FaultInjector(FaultyLine line, JumpCloudStandIn jumpCloud, Random random) {
        this.line = line;
        this.jumpCloud = jumpCloud;
        this.random = random;
        thread.setDaemon(true);
        thread.start();
    }

    /** How often each of them struck; complete once this is closed. */
    Map<Fault, Integer> struck() {
        return struck;
    }

    private void run() {
        try {
            while (!pause(LEAST_REST, MOST_REST)) {
                strike(FAULTS.get(random.nextInt(FAULTS.size())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void strike(Fault fault) throws InterruptedException {
        struck.merge(fault, 1, Integer::sum);
        double chance = random.nextBoolean() ? 1 : SOME;
        switch (fault) {
            case RESET -> line.reset(chance, random);
            case STALL -> {
                line.stall(chance, random);
                pause(LEAST_FAULT, MOST_SILENCE);
                line.resume();
            }
            case RESTART -> {
                jumpCloud.stopListening();
                pause(LEAST_FAULT, MOST_ABSENCE);
                listen();
            }
        }
    }

    /** Another socket may have taken the port for a moment. */
    private void listen() {
        Awaitility.await("the stand-in's ports")
                .ignoreException(UncheckedIOException.class)
                .until(() -> {
                    jumpCloud.startListening();
                    return true;
                });
    }

    /** Whether the end came meanwhile. */
    private boolean pause(int least, int most) throws InterruptedException {
        return over.await(least + random.nextInt(most - least), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        over.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        line.resume();
    }
}
