package io.github.keycloakjumpcloud.demo;

import java.util.concurrent.CountDownLatch;

/** Starts everything, says what to try, and runs until it is stopped. */
public final class Demo {

    private Demo() {}

    public static void main(String[] arguments) throws InterruptedException {
        System.out.println("Starting Keycloak; this takes about a minute.");
        try (RunningDemo demo = RunningDemo.start(System.getenv())) {
            System.out.println(ReadyMessage.of(demo));
            new CountDownLatch(1).await();
        } catch (DemoProblem e) {
            System.err.println("The demo cannot start. " + e.getMessage());
            System.exit(1);
        }
    }
}
