package io.github.keycloakjumpcloud.directory.ldap;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchScope;
import io.github.keycloakjumpcloud.config.JumpCloudConfig;
import io.github.keycloakjumpcloud.config.ServerAddress;
import io.github.keycloakjumpcloud.directory.Fact;
import io.github.keycloakjumpcloud.directory.Fact.Question;
import io.github.keycloakjumpcloud.directory.Facts;
import io.github.keycloakjumpcloud.directory.Inspection;
import io.github.keycloakjumpcloud.directory.Look;
import io.github.keycloakjumpcloud.directory.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds out of a server what JumpCloud has not published, as far as a reader can see it. Reads only; binds as the reader, as nobody, and as two people who do
 * not exist, one of them without a password. Used once, by one thread.
 */
public final class FactFinder {

    private static final Duration WHOLE = Duration.ofSeconds(20);
    private static final String NOT_LET_IN = "the reader was not let in: ";
    private static final String NOT_ALLOWED = "the reader may not search";

    private final TrialConnections connections;
    private final JumpCloudConfig config;
    private final Duration idle;
    private final Steps steps;
    private final Map<Question, Fact> facts = new EnumMap<>(Question.class);

    /**
     * Prepares a finder.
     *
     * @param connections opened for {@code config.connection()}; stay the caller's to close
     * @param config what to read and how
     * @param idle how long to wait for the server to close a connection that nobody uses; zero for not at all
     */
    public FactFinder(TrialConnections connections, JumpCloudConfig config, Duration idle) {
        this.connections = connections;
        this.config = config;
        this.idle = idle;
        this.steps = new Steps(WHOLE, config.connection().readTimeout());
    }

    /**
     * Looks at the first server that can be reached.
     *
     * @param before what an inspection has just seen: a password that was refused is not tried once more
     * @return one fact for each question. Begins none after twenty seconds, and the one it is at then takes a few connects and answers at most;
     *     {@code idle} comes on top. Never throws for what the network or a server does
     */
    public Facts find(Inspection before) {
        String why = "";
        for (ServerConnector connector : connections.connectors()) {
            OpenServer server = OpenServer.of(connector, steps);
            Link link = server.link();
            if (link == null) {
                why = why.isEmpty() ? whyClosed(server) : why;
                continue;
            }
            try (FactLinks links = new FactLinks(server, link, connections, config, steps)) {
                ask(links, connector.server(), refused(before));
            }
            return new Facts(connector.server(), all(why));
        }
        return new Facts(null, all(why));
    }

    private void ask(FactLinks links, ServerAddress server, Optional<Problem> refused) {
        strangers().forEach(probe -> take(probe, links, server));
        Look<Boolean> signedIn = steps.take(server, () -> {
            if (refused.isPresent()) {
                throw new LdapFailure(refused.get());
            }
            links.signIn();
            return true;
        });
        if (signedIn instanceof Look.Failed<Boolean> failed) {
            Stream.of(readers(), searchers(), List.<FactProbe>of(new IdleFact(idle)))
                    .flatMap(List::stream)
                    .forEach(probe -> put(probe.question().unknown(NOT_LET_IN + FactText.why(failed.problem()))));
            return;
        }
        readers().forEach(probe -> take(probe, links, server));
        Look<Boolean> search = steps.take(server, () -> maySearch(links));
        for (FactProbe probe : searchers()) {
            if (search instanceof Look.Failed<Boolean> failed) {
                put(probe.question().unknown(FactText.why(failed.problem())));
            } else if (search.seen().orElse(false)) {
                take(probe, links, server);
            } else {
                put(probe.question().unknown(NOT_ALLOWED));
            }
        }
        put(idle.isZero() ? IdleFact.notWaitedFor() : taken(new IdleFact(idle), links, server));
    }

    private static Optional<Problem> refused(Inspection before) {
        return before.readers().stream()
                .map(Inspection.Reader::bind)
                .flatMap(bind ->
                        bind instanceof Look.Failed<String> failed ? Stream.of(failed.problem()) : Stream.empty())
                .filter(problem -> problem.kind() == Problem.Kind.READER_REFUSED)
                .findFirst();
    }

    /** Whoever may not search would find that nothing exists. */
    private boolean maySearch(FactLinks links) throws LdapFailure, LDAPException {
        SearchRequest request = new SearchRequest(
                config.users().usersDn(),
                SearchScope.BASE,
                Filter.createPresenceFilter("objectClass"),
                SearchRequest.NO_ATTRIBUTES);
        return links.ask(links.reader().get(), request).getEntryCount() > 0;
    }

    private void take(FactProbe probe, FactLinks links, ServerAddress server) {
        put(taken(probe, links, server));
    }

    private Fact taken(FactProbe probe, FactLinks links, ServerAddress server) {
        Look<Fact> look = steps.take(server, () -> probe.look(links));
        if (look instanceof Look.Failed<Fact> failed) {
            return probe.question().unknown(FactText.why(failed.problem()));
        }
        return look.seen().orElseThrow();
    }

    private void put(Fact fact) {
        facts.put(fact.question(), fact);
    }

    private List<Fact> all(String why) {
        List<Fact> all = new ArrayList<>();
        for (Question question : Question.values()) {
            Fact fact = facts.get(question);
            all.add(fact == null ? question.unknown(why) : fact);
        }
        return List.copyOf(all);
    }

    /** A failed server has failed in one of its looks. */
    private static String whyClosed(OpenServer server) {
        List<Look<?>> looks = List.of(
                server.look().addresses(),
                server.look().connection(),
                server.look().encryption());
        for (Look<?> look : looks) {
            if (look instanceof Look.Failed<?> failed) {
                return FactText.why(failed.problem());
            }
        }
        return Fact.UNKNOWN;
    }

    private static List<FactProbe> strangers() {
        return List.of(
                new EncryptionFact(),
                new AnonymousFact(),
                new EmptyPasswordFact(),
                new UnknownUserFact(),
                new ClearTextFact(),
                new RegionsFact());
    }

    private static List<FactProbe> readers() {
        return List.of(new RootDseFact(), new SchemaFact(), new WhoAmIFact(), new ForbiddenSearchFact());
    }

    /** Those last that ask for most: at a slow server the time may not be enough for all. */
    private static List<FactProbe> searchers() {
        List<FactProbe> probes = new ArrayList<>(
                List.of(new OperationalFact(), new CriticalPageFact(), new NestedGroupsFact(), new PasswordsFact()));
        probes.addAll(ShapeFact.all());
        probes.addAll(List.of(new UidNumberFact(), new SizeLimitFact()));
        return probes;
    }
}
