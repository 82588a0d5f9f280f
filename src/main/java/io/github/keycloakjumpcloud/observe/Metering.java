package io.github.keycloakjumpcloud.observe;

import io.github.keycloakjumpcloud.directory.ServerStatus;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The meters of every provider on this node. Off until {@link #begin}: then everything can be counted, and nothing is done about it. Needs Micrometer
 * only while it is on. Thread-safe; keeps no session.
 */
public final class Metering {

    private static final Logger LOG = Logger.getLogger(Metering.class);

    private final Map<String, Known> providers = new ConcurrentHashMap<>();
    private volatile @Nullable Maker maker;
    private Function<String, List<ServerStatus>> status = id -> List.of();

    private record Known(ProviderLabel label, ProviderMeters meters) {}

    /** Makes one provider's meters. */
    @FunctionalInterface
    interface Maker {
        ProviderMeters make(ProviderLabel label, Supplier<List<ServerStatus>> servers);
    }

    /**
     * Switches metrics on, in Keycloak's registry.
     *
     * @param servers the servers of a component as this node knows them; asks nobody
     */
    public void begin(Function<String, List<ServerStatus>> servers) {
        try {
            begin(MicrometerMeters.inKeycloak(), servers);
        } catch (LinkageError e) {
            LOG.warn(
                    "Metrics are enabled, but this Keycloak has no Micrometer; there will be none of JumpCloud providers");
            LOG.debug("Micrometer is missing", e);
        }
    }

    synchronized void begin(Maker meters, Function<String, List<ServerStatus>> servers) {
        status = servers;
        maker = meters;
    }

    /** Whether anything is measured at all. */
    public boolean isOn() {
        return maker != null;
    }

    /** Whether the provider's meters are shown. */
    public boolean knows(String componentId) {
        return providers.containsKey(componentId);
    }

    /** The provider's meters; ones that do nothing while it is not known. */
    public ProviderMeters of(String componentId) {
        Known known = providers.get(componentId);
        return known == null ? ProviderMeters.NONE : known.meters();
    }

    /**
     * Shows a provider's meters; under a new name they begin anew.
     *
     * @param period seconds between periodic syncs, 0 where there are none; empty where the provider is not to be synced
     */
    public synchronized void know(ProviderLabel label, OptionalInt period) {
        Maker meters = maker;
        if (meters == null) {
            return;
        }
        Known known = providers.get(label.id());
        if (known == null || !known.label().equals(label)) {
            remove(label.id());
            Function<String, List<ServerStatus>> servers = status;
            known = new Known(label, meters.make(label, () -> servers.apply(label.id())));
            known.meters().showServers();
            providers.put(label.id(), known);
        }
        known.meters().period(period);
    }

    /** Removes the meters of all providers but these. */
    public synchronized void keep(Set<String> componentIds) {
        List.copyOf(providers.keySet()).stream()
                .filter(id -> !componentIds.contains(id))
                .forEach(this::remove);
    }

    /** Removes a provider's meters. */
    public synchronized void remove(String componentId) {
        Known known = providers.remove(componentId);
        if (known != null) {
            known.meters().remove();
        }
    }
}
