package io.github.keycloakjumpcloud.directory.ldap;

import io.github.keycloakjumpcloud.config.ConnectionSettings;
import io.github.keycloakjumpcloud.config.ServerAddress;
import io.github.keycloakjumpcloud.directory.BindListener;
import io.github.keycloakjumpcloud.directory.BindOutcome;
import io.github.keycloakjumpcloud.directory.ProbeOutcome;
import io.github.keycloakjumpcloud.directory.ServerStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * The connections that one configuration uses: some bound as the LDAP reader, for searches, and others that carry nothing but users' binds. Opened
 * when needed, kept and looked after in the background, replaced when the server has closed them. Thread-safe; made once per configuration, closed
 * when the configuration changes or goes.
 */
public final class LdapConnections implements AutoCloseable {

    /**
     * Longest wait of a caller that looks a user up, from the call to the outcome. Keycloak gives up on a look-up after three seconds
     * ({@code ServicesUtils.timeBound}), and would then log an error instead of what is wrong.
     */
    static final Duration LOOKUP_LIMIT = Duration.ofMillis(2500);

    /** Worked off well within a look-up's limit at JumpCloud's usual 30 ms. */
    private static final int LOOKUPS_PER_THREAD = 8;

    /** More than Keycloak serves requests at once: a sign-in has seconds, so that waiting beats turning people away. */
    private static final int WAITING_BINDS = 1_000;

    private static final int CHECKS = 4;

    private final ConnectionSettings settings;
    private final BindListener listener;
    private final ExecutorService background;
    private final ScheduledExecutorService clock;
    private final ScheduledExecutorService keeper;
    private final DeadlineExecutor lookups;
    private final DeadlineExecutor binds;
    private final LinkPool searchLinks;
    private final LinkPool bindLinks;
    private final @Nullable SpareLink spareBindLink;
    private final ServerGroup searchServers;
    private final ServerGroup bindServers;
    private final List<Future<?>> checks;
    private final SharedProbe sharedProbe = new SharedProbe();
    private volatile boolean memberOfServed;

    private LdapConnections(
            ConnectionSettings settings, X509TrustManager truststore, Upkeep upkeep, BindListener listener) {
        this.settings = settings;
        this.listener = listener;
        this.background = Executors.newCachedThreadPool(new DaemonThreads("background"));
        this.clock = Executors.newSingleThreadScheduledExecutor(new DaemonThreads("clock"));
        // One for each of checks(): none waits for another, whose server may be silent.
        this.keeper = Executors.newScheduledThreadPool(CHECKS, new DaemonThreads("keeper"));
        this.lookups = new DeadlineExecutor("lookup", settings.poolSize(), settings.poolSize() * LOOKUPS_PER_THREAD);
        this.binds = new DeadlineExecutor("bind", settings.signInsAtOnce(), WAITING_BINDS);
        this.searchServers = group(settings.servers(), truststore);
        // Shared where the servers are the same, so that one request's failure spares the others.
        this.bindServers = settings.authenticationServers().equals(settings.servers())
                ? searchServers
                : group(settings.authenticationServers(), truststore);
        this.searchLinks = new LinkPool(
                searchServers.servers(), new ReaderBind(settings, upkeep.recovery()), vigil(searchServers, false));
        this.bindLinks =
                new LinkPool(bindServers.servers(), new NoPreparation(), vigil(bindServers, settings.secondFactor()));
        this.spareBindLink = upkeep.spare() ? new SpareLink(bindLinks, background) : null;
        this.checks = checks(upkeep);
    }

    private ServerGroup group(List<ServerAddress> servers, X509TrustManager truststore) {
        return new ServerGroup(IntStream.range(0, servers.size())
                .mapToObj(rank -> new ServerConnector(servers.get(rank), rank, settings, truststore, background, clock))
                .toList());
    }

    private Vigil vigil(ServerGroup servers, boolean waitsForPeople) {
        return new Vigil(servers, background, clock, settings.connectionTimeout(), waitsForPeople);
    }

    private List<Future<?>> checks(Upkeep upkeep) {
        Duration answerLimit = settings.readTimeout();
        List<Future<?>> all = new ArrayList<>();
        all.add(every(upkeep.interval(), new LinkKeeper(searchLinks, upkeep, answerLimit)));
        all.add(every(upkeep.interval(), new LinkKeeper(bindLinks, upkeep, answerLimit)));
        all.add(every(upkeep.recovery(), new Recovery(bindServers, upkeep.recovery(), bindLinks, answerLimit)));
        if (!searchServers.equals(bindServers)) {
            all.add(every(upkeep.recovery(), new Recovery(searchServers, upkeep.recovery(), null, answerLimit)));
        }
        return all;
    }

    private Future<?> every(Duration interval, Runnable check) {
        return keeper.scheduleWithFixedDelay(check, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Prepares connections. Connects to nothing yet, so that it neither waits nor fails while the servers are away.
     *
     * @param settings where to connect and as whom
     * @param truststore judges certificate chains; not asked where the settings turn verification off
     */
    public static LdapConnections open(ConnectionSettings settings, X509TrustManager truststore) {
        return open(settings, truststore, BindListener.NONE);
    }

    /** As above, with somebody who hears of users' binds. */
    public static LdapConnections open(
            ConnectionSettings settings, X509TrustManager truststore, BindListener listener) {
        return open(settings, truststore, Upkeep.DEFAULT, listener);
    }

    static LdapConnections open(
            ConnectionSettings settings, X509TrustManager truststore, Upkeep upkeep, BindListener listener) {
        WireDebug.withoutContents();
        return new LdapConnections(settings, truststore, upkeep, listener);
    }

    ConnectionSettings settings() {
        return settings;
    }

    /** One connector for each server that is searched, in order of preference. */
    List<ServerConnector> connectors() {
        return searchServers.connectors();
    }

    /** Likewise for the servers at which users bind. */
    List<ServerConnector> signInConnectors() {
        return bindServers.connectors();
    }

    /** Begins a look-up, which may make several requests and ends within {@link #LOOKUP_LIMIT}. */
    <T> DeadlineExecutor.Pending<T> lookUp(DeadlineExecutor.Work<T> work) throws LdapFailure {
        return lookups.start(LOOKUP_LIMIT, work);
    }

    /** Begins a probe as a look-up, unless one is under way, which is given then; at most one during an outage. */
    DeadlineExecutor.Pending<ProbeOutcome> shareProbe(DeadlineExecutor.Work<ProbeOutcome> probe) throws LdapFailure {
        return sharedProbe.begin(this::lookUp, deadline -> admitted(() -> probe.run(deadline)));
    }

    /** Does something with the servers that are searched in its turn: while none of them works, one at a time. */
    <T> T admitted(LinkPool.Admitted<T> work) throws LdapFailure {
        return searchLinks.admitted(work);
    }

    /** Makes one request as the reader. */
    <T> T search(long limitMillis, LinkPool.Request<T> request) throws LdapFailure {
        return searchLinks.use(limitMillis, request);
    }

    /** Opens a connection for a long search, bound as the reader; whoever gets it closes it. */
    Link openForReading() throws LdapFailure {
        return searchLinks.openForReading();
    }

    /** Binds as a user, over a connection that does nothing else. A caller who is interrupted leaves neither thread nor connection waiting. */
    BindOutcome bind(String dn, String password) {
        long start = System.nanoTime();
        long limitMillis = settings.authenticationTimeout().toMillis();
        Duration total = settings.authenticationTimeout()
                .plus(settings.connectionTimeout()
                        .multipliedBy(2L * bindServers.connectors().size()));
        UserBind bind = new UserBind(
                dn,
                password,
                new BindTerms(
                        settings.authenticationTimeout(),
                        Deadline.in(total),
                        settings.secondFactor(),
                        settings.signInsAtOnce()),
                spareBindLink == null ? () -> {} : spareBindLink::provide);
        BindOutcome outcome;
        try {
            outcome = binds.call(total, deadline -> {
                bind.requireTime();
                return bindLinks.use(limitMillis, bind);
            });
        } catch (LdapFailure e) {
            outcome = new BindOutcome.Unavailable(e.problem(), bind.waited());
            if (Thread.currentThread().isInterrupted()) {
                bind.breakOff();
                return outcome;
            }
        }
        listener.bound(bind.server(), outcome, Duration.ofNanos(System.nanoTime() - start));
        return outcome;
    }

    /** Whether any entry read so far carried {@code memberOf}. */
    boolean isMemberOfServed() {
        return memberOfServed;
    }

    void noteMemberOfServed() {
        memberOfServed = true;
    }

    /** Every server, for searches and for sign-ins; asks nobody. */
    public List<ServerStatus> status() {
        return Stream.of(
                        searchServers.status(ServerStatus.Purpose.SEARCH, searchLinks),
                        bindServers.status(ServerStatus.Purpose.SIGN_IN, bindLinks))
                .flatMap(List::stream)
                .toList();
    }

    /** Closes every connection that is not in use now, and the others as soon as their request is answered. Later requests fail. */
    @Override
    public void close() {
        checks.forEach(check -> check.cancel(false));
        keeper.shutdown();
        lookups.close();
        binds.close();
        searchLinks.close();
        bindLinks.close();
        clock.shutdown();
        background.shutdown();
    }
}
