package io.github.keycloakjumpcloud.directory.ldap;

import io.github.keycloakjumpcloud.directory.Fact;
import io.github.keycloakjumpcloud.directory.Fact.Question;
import io.github.keycloakjumpcloud.directory.Inspection;
import java.time.Duration;
import java.util.List;

/** What a connection test with facts finds out. */
record FoundFacts(List<Fact> all) {

    /** Tests, and then looks for facts. */
    static FoundFacts of(Setup setup, Duration idle) {
        try (TrialConnections connections = setup.trial()) {
            Inspection before = new LdapInspector(connections, setup.config()).inspect();
            return new FoundFacts(new FactFinder(connections, setup.config(), idle)
                    .find(before)
                    .all());
        }
    }

    Fact fact(Question question) {
        return all.stream()
                .filter(fact -> fact.question() == question)
                .findFirst()
                .orElseThrow();
    }
}
