package io.github.keycloakjumpcloud.directory.ldap;

import io.github.keycloakjumpcloud.config.ServerAddress;
import io.github.keycloakjumpcloud.directory.BindOutcome;
import io.github.keycloakjumpcloud.directory.Lookup;
import io.github.keycloakjumpcloud.directory.ProbeOutcome;
import io.github.keycloakjumpcloud.directory.Problem;
import io.github.keycloakjumpcloud.directory.ReadOutcome;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** One thing that is asked of a server that does one hostile thing. */
record HostileCase(Asking asking, HostileAct act) {

    /** What is asked. */
    enum Asking {
        LOOK_UP,
        BIND,
        READ,
        PROBE
    }

    /** Those that end when the client has waited long enough; a read waits for half a minute. */
    private static final Set<HostileAct> PATIENT = EnumSet.of(
            HostileAct.ENDLESS_INTERMEDIATES,
            HostileAct.ENDLESS_NOTIFICATIONS,
            HostileAct.ENDLESS_ANSWERS_TO_OTHERS,
            HostileAct.A_BYTE_AT_A_TIME,
            HostileAct.AN_ENTRY_AT_A_TIME);

    static List<HostileCase> all() {
        List<HostileCase> all = new ArrayList<>();
        for (Asking asking : Asking.values()) {
            Arrays.stream(HostileAct.values())
                    .filter(act -> asking != Asking.READ || !PATIENT.contains(act))
                    .forEach(act -> all.add(new HostileCase(asking, act)));
        }
        return all;
    }

    /** Asks; gives the outcome's name and, where there is one, the problem's kind. */
    String outcome(JumpCloudStandIn defaults) throws IOException {
        int target = asking == Asking.BIND ? Talk.BIND : Talk.SEARCH;
        try (HostileServer server = new HostileServer(target, act)) {
            Setup setup = new Setup(defaults);
            setup.servers = List.of(new ServerAddress(false, "localhost", server.port()));
            // Long where the client ends it by itself, so that a busy machine does not end it sooner.
            Duration limit = PATIENT.contains(act) ? Duration.ofMillis(700) : Duration.ofSeconds(5);
            setup.readTimeout = limit;
            setup.authenticationTimeout = limit;
            return setup.ask(this::outcome);
        }
    }

    private String outcome(LdapDirectory directory) {
        Object outcome =
                switch (asking) {
                    case LOOK_UP -> directory.findByUsername("jane.doe");
                    case BIND -> directory.bind("uid=jane.doe,ou=Users", "Secret-Phrase");
                    case READ -> directory.read();
                    case PROBE -> directory.probe();
                };
        String name = outcome.getClass().getSimpleName();
        Problem problem = null;
        if (outcome instanceof Lookup.Unknown unknown) {
            problem = unknown.problem();
        } else if (outcome instanceof BindOutcome.Unavailable unavailable) {
            problem = unavailable.problem();
        } else if (outcome instanceof ReadOutcome.Failed failed) {
            problem = failed.problem();
        } else if (outcome instanceof ProbeOutcome.Broken broken) {
            problem = broken.problem();
        }
        return problem == null ? name : name + " " + problem.kind();
    }
}
