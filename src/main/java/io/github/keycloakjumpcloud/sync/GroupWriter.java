package io.github.keycloakjumpcloud.sync;

import io.github.keycloakjumpcloud.directory.DirectoryGroup;
import io.github.keycloakjumpcloud.store.Chunks;
import io.github.keycloakjumpcloud.store.GroupTree;
import io.github.keycloakjumpcloud.store.Transactions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jboss.logging.Logger;

/** Creates groups many to a transaction. Where that fails it is repeated group by group, so that a bad one costs only itself. */
final class GroupWriter {

    private static final Logger LOG = Logger.getLogger(GroupWriter.class);
    private static final int BATCH = 200;

    private final Transactions transactions;
    private final String path;
    private final String componentId;
    private final Map<String, String> created = new HashMap<>();
    private final Map<String, String> found = new HashMap<>();

    GroupWriter(Transactions transactions, String path, String componentId) {
        this.transactions = transactions;
        this.path = path;
        this.componentId = componentId;
    }

    /** Creates them; each that fails is told with what was thrown. */
    void create(List<DirectoryGroup> groups, BiConsumer<String, RuntimeException> failed) {
        Chunks.of(groups, BATCH).forEach(batch -> {
            try {
                created.putAll(together(batch));
            } catch (RuntimeException e) {
                LOG.debugf(e, "A batch of %d groups failed and is repeated one by one", batch.size());
                batch.forEach(group -> alone(group, failed));
            }
        });
    }

    /** Keycloak's ids of the groups created, by DN key. */
    Map<String, String> created() {
        return created;
    }

    /** Keycloak's ids of groups that somebody else was faster to create, by DN key. */
    Map<String, String> found() {
        return found;
    }

    private void alone(DirectoryGroup group, BiConsumer<String, RuntimeException> failed) {
        try {
            created.putAll(together(List.of(group)));
        } catch (RuntimeException e) {
            // Another run or a first sign-in may have been faster.
            Optional<String> existing =
                    transactions.call((session, realm) -> new GroupTree(session, realm, path).find(group, componentId));
            existing.ifPresentOrElse(id -> found.put(group.key(), id), () -> failed.accept(group.dn(), e));
        }
    }

    private Map<String, String> together(List<DirectoryGroup> groups) {
        return transactions.call((session, realm) -> {
            GroupTree tree = new GroupTree(session, realm, path);
            Map<String, String> ids = new HashMap<>();
            groups.forEach(group -> ids.put(group.key(), tree.create(group, componentId)));
            return ids;
        });
    }
}
