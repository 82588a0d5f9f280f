package io.github.keycloakjumpcloud.standin;

import java.io.IOException;
import java.time.Duration;

/** The second factor of {@code ldap-mfa.jumpcloud.com}: {@code password,123456}, or a push that holds the answer back. */
final class SecondFactor {

    private static final int CODE_LENGTH = 6;
    private static final Duration LOOK = Duration.ofMillis(20);

    private final Behaviour behaviour;

    SecondFactor(Behaviour behaviour) {
        this.behaviour = behaviour;
    }

    boolean passes(Client client, String password, String sent) throws IOException {
        if (sent.equals(password)) {
            return isApproved(client);
        }
        int comma = sent.length() - CODE_LENGTH - 1;
        return comma > 0
                && sent.charAt(comma) == ','
                && sent.substring(0, comma).equals(password)
                && sent.substring(comma + 1).equals(behaviour.totpCode);
    }

    /** Looks at the switches again and again, so that a test can answer what is on the phones already. */
    private boolean isApproved(Client client) throws IOException {
        long start = System.nanoTime();
        behaviour.waitingPushes.incrementAndGet();
        try {
            while (System.nanoTime() - start < behaviour.pushDelay.toNanos()) {
                client.pause(LOOK);
            }
            return behaviour.pushAnswer == PushAnswer.APPROVED;
        } finally {
            behaviour.waitingPushes.decrementAndGet();
        }
    }
}
