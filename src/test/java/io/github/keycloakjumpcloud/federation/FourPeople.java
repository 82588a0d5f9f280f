package io.github.keycloakjumpcloud.federation;

import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import io.github.keycloakjumpcloud.standin.StandInUser;

/** A company of four at a stand-in: anna and bert are the Team, cleo is the Board, dora is in no group. */
final class FourPeople {

    private FourPeople() {}

    static JumpCloudStandIn start() {
        JumpCloudStandIn jumpCloud = Federations.standIn().empty().start();
        jumpCloud
                .directory()
                .addUser(StandInUser.of("anna", "Anna", "Auer").with("title", "Engineer"))
                .addUser(StandInUser.of("bert", "Bert", "Beck"))
                .addUser(StandInUser.of("cleo", "Cleo", "Cole"))
                .addUser(StandInUser.of("dora", "Dora", "Dunn"))
                .addGroup("Team", "anna", "bert")
                .addGroup("Board", "cleo");
        return jumpCloud;
    }
}
