package io.github.keycloakjumpcloud.sync;

import io.github.keycloakjumpcloud.directory.DirectoryGroup;
import io.github.keycloakjumpcloud.store.GroupTree;
import io.github.keycloakjumpcloud.store.LocalGroup;
import io.github.keycloakjumpcloud.store.Transactions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Creates groups in batches, renames and removes them one by one. Used once. */
final class GroupExecutor {

    private final Transactions transactions;
    private final String path;
    private final String componentId;
    private final PhaseClock clock;
    private final BiConsumer<String, RuntimeException> failed;
    private final Map<String, String> ids = new HashMap<>();

    /** @param failed is told the DN of a group that could not be written, and why */
    GroupExecutor(
            Transactions transactions,
            String path,
            String componentId,
            PhaseClock clock,
            BiConsumer<String, RuntimeException> failed) {
        this.transactions = transactions;
        this.path = path;
        this.componentId = componentId;
        this.clock = clock;
        this.failed = failed;
    }

    /** Renames and creates, so that users can join; gives what was done. */
    GroupPlan prepare(GroupPlan plan) {
        plan.owned().forEach(group -> ids.put(group.key(), group.keycloakId()));
        List<GroupRename> renamed =
                each(plan.renamed(), rename -> rename.group().dn(), this::rename);
        return new GroupPlan(plan.owned(), create(plan.created()), renamed, List.of(), plan.kept());
    }

    /** Removes; gives what was done, together with what was done before. */
    GroupPlan remove(GroupPlan plan, GroupPlan before) {
        List<LocalGroup> removed = each(
                plan.removed(), LocalGroup::dn, group -> inTree(tree -> tree.remove(group.keycloakId(), componentId)));
        return new GroupPlan(before.owned(), before.created(), before.renamed(), removed, before.kept());
    }

    /** Groups that could not be created have no id; their failure is reported once, not for each member. */
    Set<String> ids(Set<String> keys) {
        return keys.stream().map(ids::get).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    private <T> List<T> each(List<T> groups, Function<T, String> dn, Consumer<T> work) {
        List<T> done = new ArrayList<>();
        for (T group : groups) {
            if (clock.stopRequested()) {
                break;
            }
            try {
                work.accept(group);
                done.add(group);
            } catch (RuntimeException e) {
                failed.accept(dn.apply(group), e);
            }
            clock.advance(1);
        }
        return done;
    }

    private void rename(GroupRename rename) {
        inTree(tree -> tree.rename(rename.group().keycloakId(), rename.name(), componentId));
    }

    private List<DirectoryGroup> create(List<DirectoryGroup> groups) {
        if (clock.stopRequested()) {
            return List.of();
        }
        GroupWriter writer = new GroupWriter(transactions, path, componentId);
        writer.create(groups, failed);
        ids.putAll(writer.created());
        ids.putAll(writer.found());
        clock.advance(groups.size());
        return groups.stream()
                .filter(group -> writer.created().containsKey(group.key()))
                .toList();
    }

    private void inTree(Consumer<GroupTree> work) {
        transactions.call((session, realm) -> {
            work.accept(new GroupTree(session, realm, path));
            return true;
        });
    }
}
