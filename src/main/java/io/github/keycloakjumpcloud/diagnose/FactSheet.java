package io.github.keycloakjumpcloud.diagnose;

import io.github.keycloakjumpcloud.config.ServerAddress;
import io.github.keycloakjumpcloud.directory.Fact;
import io.github.keycloakjumpcloud.directory.Facts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Facts as a text that an administrator can paste into a bug report. Stateless and thread-safe. */
public final class FactSheet {

    private static final String JUMPCLOUD = ".jumpcloud.com";

    private FactSheet() {}

    /**
     * The text: in English, because it is made for those who read the report, and without any host name but JumpCloud's own.
     *
     * @param facts what was found out
     * @param servers those that are configured
     * @param now when
     */
    public static String text(Facts facts, List<ServerAddress> servers, Instant now) {
        LocalDate day = now.atZone(ZoneOffset.UTC).toLocalDate();
        String version = FactSheet.class.getPackage().getImplementationVersion();
        String head = "Facts about a JumpCloud directory\n"
                + "keycloak-jumpcloud " + (version == null ? "(built from source)" : version) + " on Java "
                + Runtime.version().feature() + ", " + day + "\n"
                + "Servers: " + servers.stream().map(FactSheet::server).collect(Collectors.joining(", ")) + "\n"
                + "Asked: " + asked(facts, servers) + "\n\n";
        return facts.all().stream().map(FactSheet::line).collect(Collectors.joining("\n", head, "\n"));
    }

    private static String line(Fact fact) {
        return fact.question().text() + ": " + fact.answer() + (fact.seen().isEmpty() ? "" : " (" + fact.seen() + ")");
    }

    private static String asked(Facts facts, List<ServerAddress> servers) {
        return facts.asked() == null
                ? "none, because none could be reached"
                : "number " + (servers.indexOf(facts.asked()) + 1) + " of these";
    }

    private static String server(ServerAddress server) {
        boolean ours = server.host().toLowerCase(Locale.ROOT).endsWith(JUMPCLOUD);
        return ours ? server.toString() : "another host than JumpCloud's";
    }
}
