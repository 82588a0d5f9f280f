package io.github.keycloakjumpcloud.directory.ldap;

import io.github.keycloakjumpcloud.directory.Fact;
import io.github.keycloakjumpcloud.directory.Fact.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Which of the hosts exist that JumpCloud may have in Europe and India. Looks names up and connects to none of them. */
final class RegionsFact implements FactProbe {

    private static final String JUMPCLOUD = ".jumpcloud.com";
    private static final List<String> HOSTS =
            List.of("ldap.eu", "ldap-mfa.eu", "ldap.in", "ldap-mfa.in", "ldap", "ldap-mfa");

    @Override
    public Question question() {
        return Question.REGIONS;
    }

    @Override
    public Fact look(FactLinks links) {
        return look(links.look().address().host(), links.connections()::lookUp);
    }

    /** Says nothing about JumpCloud where it is not JumpCloud that is configured, nor where the name server knows every name or none. */
    Fact look(String configured, Function<String, HostLookup> nameServer) {
        if (!configured.toLowerCase(Locale.ROOT).endsWith(JUMPCLOUD)) {
            return question().unknown("the server is not one of JumpCloud's");
        }
        HostLookup invented = nameServer.apply(InventedUser.anything() + JUMPCLOUD);
        if (invented == HostLookup.UNANSWERED) {
            return question().unknown("the name server did not answer");
        }
        if (invented == HostLookup.EXISTS) {
            return question().unknown("the name server knows invented names, too");
        }
        List<String> found = new ArrayList<>();
        for (String name : HOSTS) {
            String host = name + JUMPCLOUD;
            HostLookup lookup = nameServer.apply(host);
            if (lookup == HostLookup.UNANSWERED) {
                // The others would take as long.
                return question().unknown("the name server did not answer");
            }
            if (lookup == HostLookup.EXISTS) {
                found.add(host);
            }
        }
        boolean elsewhere = found.stream().anyMatch(host -> host.contains(".eu.") || host.contains(".in."));
        return question()
                .answered(elsewhere ? "ownHosts" : "none", "known to the name server: " + String.join(", ", found));
    }
}
