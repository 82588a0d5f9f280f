package io.github.keycloakjumpcloud.observe;

import io.github.keycloakjumpcloud.credential.Verdict;
import io.github.keycloakjumpcloud.directory.BindListener;
import io.github.keycloakjumpcloud.directory.BindOutcome;
import io.github.keycloakjumpcloud.directory.Lookup;
import io.github.keycloakjumpcloud.directory.ReadOutcome;
import io.github.keycloakjumpcloud.store.RunState;
import io.github.keycloakjumpcloud.store.RunTrigger;
import io.github.keycloakjumpcloud.sync.SyncReport;
import java.time.Duration;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What is counted of one provider on this node. Each call is an increment or two, waits for nobody and never throws. Knows nothing of Micrometer, and
 * does nothing where metrics are off. Implementations are thread-safe.
 */
public interface ProviderMeters extends BindListener {

    /** Of providers that are not known, and where metrics are off. */
    ProviderMeters NONE = new ProviderMeters() {};

    /** A sign-in was judged. */
    default void signedIn(Verdict verdict) {}

    /** One person was searched for. */
    default void lookedUp(Lookup lookup) {}

    /** The whole directory was read, or could not be. */
    default void read(ReadOutcome outcome) {}

    @Override
    default void bound(@Nullable String server, BindOutcome outcome, Duration took) {}

    /**
     * A run is over.
     *
     * @param took {@code null} where nobody knows
     */
    default void runEnded(RunTrigger trigger, boolean dryRun, RunState state, @Nullable Duration took) {}

    /** What a run did; a dry run did nothing, whatever it lists. */
    default void runDid(SyncReport report) {}

    /**
     * What is known of the whole cluster's runs.
     *
     * @param succeeded when one last succeeded, in milliseconds since 1970, or 0; an earlier time than is known changes nothing, as the history forgets
     * @param held how many removals wait
     */
    default void know(long succeeded, long held) {}

    /** Seconds between periodic syncs, 0 where there are none; empty where the provider is not to be synced. */
    default void period(OptionalInt seconds) {}

    /** Shows the servers that the provider has now. */
    default void showServers() {}

    /** Takes everything of this provider out of the registry. */
    default void remove() {}
}
