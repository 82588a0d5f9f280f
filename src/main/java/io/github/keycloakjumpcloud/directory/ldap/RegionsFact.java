package io.github.keycloakjumpcloud.directory.ldap;

import io.github.keycloakjumpcloud.directory.Fact;
import io.github.keycloakjumpcloud.directory.Fact.Question;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

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
        return look(links.look().address().host(), links.connections()::exists);
    }

    /** Says nothing about JumpCloud where it is not JumpCloud that is configured. */
    Fact look(String configured, Predicate<String> exists) {
        if (!configured.toLowerCase(Locale.ROOT).endsWith(JUMPCLOUD)) {
            return question().unknown("the server is not one of JumpCloud's");
        }
        List<String> found =
                HOSTS.stream().map(host -> host + JUMPCLOUD).filter(exists).toList();
        boolean elsewhere = found.stream().anyMatch(host -> host.contains(".eu.") || host.contains(".in."));
        return question()
                .answered(
                        elsewhere ? "ownHosts" : "none",
                        found.stream().collect(Collectors.joining(", ", "known to the name server: ", "")));
    }
}
