package io.github.keycloakjumpcloud.federation;

import io.github.keycloakjumpcloud.standin.Hang;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;

/** Each of the ways in which JumpCloud cannot be asked. */
enum Outage {
    CONNECTION_REFUSED,
    UNAVAILABLE_52,
    NO_ANSWER,
    NO_HANDSHAKE,
    CONNECTION_DROPPED;

    void strike(JumpCloudStandIn jumpCloud) {
        switch (this) {
            case CONNECTION_REFUSED -> jumpCloud.stopListening();
            case UNAVAILABLE_52 -> jumpCloud.behaviour().unavailable(true);
            case NO_ANSWER -> jumpCloud.behaviour().hang(Hang.REQUEST);
            case NO_HANDSHAKE -> {
                jumpCloud.behaviour().hang(Hang.HANDSHAKE);
                jumpCloud.dropConnections();
            }
            case CONNECTION_DROPPED -> jumpCloud.behaviour().dropProbability(1);
        }
    }

    static void end(JumpCloudStandIn jumpCloud) {
        jumpCloud.behaviour().reset();
        jumpCloud.startListening();
    }
}
