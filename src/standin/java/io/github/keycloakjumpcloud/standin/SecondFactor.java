package io.github.keycloakjumpcloud.standin;

import java.io.IOException;

/** The second factor of {@code ldap-mfa.jumpcloud.com}: {@code password,123456}, or a push that holds the answer back. */
final class SecondFactor {

    private static final int CODE_LENGTH = 6;

    private final Behaviour behaviour;

    SecondFactor(Behaviour behaviour) {
        this.behaviour = behaviour;
    }

    boolean passes(Client client, String password, String sent) throws IOException {
        if (sent.equals(password)) {
            client.pause(behaviour.pushDelay);
            return behaviour.pushAnswer == PushAnswer.APPROVED;
        }
        int comma = sent.length() - CODE_LENGTH - 1;
        return comma > 0
                && sent.charAt(comma) == ','
                && sent.substring(0, comma).equals(password)
                && sent.substring(comma + 1).equals(behaviour.totpCode);
    }
}
