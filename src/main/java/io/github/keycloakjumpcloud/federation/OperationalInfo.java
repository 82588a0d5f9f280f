package io.github.keycloakjumpcloud.federation;

import io.github.keycloakjumpcloud.access.ConnectionRegistry;
import io.github.keycloakjumpcloud.access.JumpCloudComponent;
import io.github.keycloakjumpcloud.directory.ServerStatus;
import io.github.keycloakjumpcloud.run.Syncs;
import io.github.keycloakjumpcloud.store.RunState;
import io.github.keycloakjumpcloud.store.StoredRun;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.storage.UserStorageProvider;
import org.keycloak.utils.KeycloakSessionUtil;

/**
 * What the console's page "Server info" shows of this provider. Keycloak shows it to everybody with any admin role: so to a realm's administrators their
 * own providers alone, in the administration realm besides how many of the others are in trouble, and hosts to nobody. Asks JumpCloud nothing; never
 * throws. Thread-safe.
 */
final class OperationalInfo {

    private static final Logger LOG = Logger.getLogger(OperationalInfo.class);
    private static final String LAST_SYNC = ": last sync";
    private static final String SERVERS = ": servers";

    /** Each costs a small query. */
    private static final int MOST = 100;

    private final ConnectionRegistry connections;
    private final @Nullable Syncs syncs;

    OperationalInfo(ConnectionRegistry connections, @Nullable Syncs syncs) {
        this.connections = connections;
        this.syncs = syncs;
    }

    Map<String, String> read() {
        Map<String, String> info = new LinkedHashMap<>();
        String version = getClass().getPackage().getImplementationVersion();
        info.put("version", version == null ? "development" : version);
        try {
            KeycloakSession session = KeycloakSessionUtil.getKeycloakSession();
            RealmModel realm = session == null ? null : session.getContext().getRealm();
            if (realm != null && syncs != null) {
                add(info, session, realm, syncs);
            }
        } catch (RuntimeException e) {
            LOG.warn("The state of JumpCloud providers cannot be shown in Server info", e);
        }
        return info;
    }

    private void add(Map<String, String> info, KeycloakSession session, RealmModel caller, Syncs runs) {
        providers(caller).limit(MOST).forEach(provider -> {
            String name = provider.getName();
            String label = info.containsKey(name + LAST_SYNC) ? name + " " + provider.getId() : name;
            info.put(label + LAST_SYNC, lastSync(runs.list(provider.getId())));
            info.put(label + SERVERS, servers(connections.status(provider.getId())));
        });
        if (caller.getName().equals(Config.getAdminRealm())) {
            info.put("other realms", others(session, caller, runs));
        }
    }

    private static Stream<ComponentModel> providers(RealmModel realm) {
        return realm.getComponentsStream(realm.getId(), UserStorageProvider.class.getName())
                .filter(JumpCloudComponent::is);
    }

    private String others(KeycloakSession session, RealmModel caller, Syncs runs) {
        List<String> ids = session.realms()
                .getRealmsWithProviderTypeStream(UserStorageProvider.class)
                .filter(realm -> !realm.getId().equals(caller.getId()))
                .flatMap(OperationalInfo::providers)
                .map(ComponentModel::getId)
                .limit(MOST)
                .toList();
        long failed = ids.stream().filter(id -> hasFailed(runs.list(id))).count();
        long cutOff =
                ids.stream().filter(id -> isCutOff(connections.status(id))).count();
        return ids.size() + (ids.size() == MOST ? " or more" : "") + " providers, of which the last sync failed for "
                + failed + " and no server works for " + cutOff;
    }

    private static boolean hasFailed(List<StoredRun> newestFirst) {
        return newestFirst.stream()
                .limit(1)
                .anyMatch(run -> run.state() == RunState.FAILED || run.state() == RunState.LOST);
    }

    private static boolean isCutOff(List<ServerStatus> servers) {
        return !servers.isEmpty() && servers.stream().allMatch(ServerStatus::failed);
    }

    private static String lastSync(List<StoredRun> newestFirst) {
        if (newestFirst.isEmpty()) {
            return "none yet";
        }
        StoredRun run = newestFirst.get(0);
        long when = Objects.requireNonNullElse(run.finished(), run.started());
        return run.state().name().toLowerCase(Locale.ROOT) + " " + Instant.ofEpochMilli(when);
    }

    /** As this node sees them. */
    private static String servers(List<ServerStatus> servers) {
        if (servers.isEmpty()) {
            return "not asked yet by this node";
        }
        long all = servers.stream().map(ServerStatus::server).distinct().count();
        long failed = servers.stream()
                .filter(ServerStatus::failed)
                .map(ServerStatus::server)
                .distinct()
                .count();
        return (all - failed) + " of " + all + " working";
    }
}
