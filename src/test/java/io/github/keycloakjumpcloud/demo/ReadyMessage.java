package io.github.keycloakjumpcloud.demo;

import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the person at the terminal is told once everything runs. */
final class ReadyMessage {

    /** People of the stand-in's company who can sign in. */
    static final List<String> PEOPLE = List.of("jane.doe", "tom.baker", "priya.nair");

    /** Somebody who cannot: JumpCloud refuses the right password of a locked account. */
    static final String LOCKED = "locked.out";

    private static final String LINE = "-".repeat(78);
    private static final String INDENT = " ".repeat(19);

    private ReadyMessage() {}

    static String of(RunningDemo demo) {
        String url = "http://localhost:" + demo.keycloak().httpPort();
        String realm = demo.realm().name();
        List<String> lines = new ArrayList<>();
        lines.add(LINE);
        lines.add("Ready.");
        lines.add("");
        lines.add("  Admin console    " + demo.providerPage());
        lines.add(INDENT + demo.keycloak().adminUser() + " / " + demo.keycloak().adminPassword());
        lines.add(INDENT + "The panel there tests, previews, syncs and explains why somebody cannot sign in.");
        lines.add("  Account console  " + url + "/realms/" + realm + "/account/");
        lines.add("  First sync       " + syncResult(demo));
        lines.add("");
        lines.addAll(people(demo.standIn()));
        lines.add("");
        lines.add("  Keycloak's log   " + demo.keycloak().log().file());
        lines.add("  Ctrl-C stops everything.");
        lines.add(LINE);
        return String.join(System.lineSeparator(), lines);
    }

    private static String syncResult(RunningDemo demo) {
        return demo.sync().isSuccess()
                ? demo.sync().body().path("status").asText()
                : "failed: " + demo.sync().message();
    }

    private static List<String> people(@Nullable JumpCloudStandIn standIn) {
        if (standIn == null) {
            return List.of("  Sign in with any user name of your JumpCloud organization and its password.");
        }
        List<String> lines = new ArrayList<>();
        lines.add("  These people can sign in (user name / password):");
        for (String uid : PEOPLE) {
            lines.add(INDENT + uid + " / " + standIn.passwordOf(uid));
        }
        lines.add("  This one cannot, because the account is locked in JumpCloud:");
        lines.add(INDENT + LOCKED + " / " + standIn.passwordOf(LOCKED));
        lines.add(
                "  One person fails in the sync on purpose: two share an e-mail address, and Keycloak allows each once.");
        return lines;
    }
}
