package io.github.keycloakjumpcloud.sync;

import io.github.keycloakjumpcloud.directory.DirectoryGroup;
import io.github.keycloakjumpcloud.directory.DirectoryUser;
import io.github.keycloakjumpcloud.directory.RejectedEntry;
import io.github.keycloakjumpcloud.store.LocalGroup;
import io.github.keycloakjumpcloud.sync.UserRemoval.Fate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A plan as one list of single actions. Sentences are made only for those that are read: a plan may have a million. */
final class PlanActions {

    /** So many of each kind are listed in a report. */
    static final int LISTED = 200;

    private final SyncPlan plan;
    private final Map<String, String> groupNames = new HashMap<>();
    private final Reasons reasons;

    PlanActions(SyncPlan plan) {
        this.plan = plan;
        plan.groups().owned().forEach(group -> groupNames.put(group.key(), group.name()));
        plan.groups().renamed().forEach(rename -> groupNames.put(rename.group().key(), rename.name()));
        plan.groups().created().forEach(group -> groupNames.put(group.key(), group.name()));
        this.reasons = new Reasons(groupNames);
    }

    /** All of them, kind by kind. */
    Stream<PlannedAction> all() {
        return Arrays.stream(ActionKind.values()).flatMap(this::of).map(Supplier::get);
    }

    /** The first of each kind, as many as a report lists. */
    List<PlannedAction> listed() {
        return Arrays.stream(ActionKind.values())
                .flatMap(kind -> of(kind).limit(LISTED))
                .map(Supplier::get)
                .toList();
    }

    /** How many there are of each kind; kinds without any are left out. */
    Map<ActionKind, Long> counts() {
        Map<ActionKind, Long> counts = new EnumMap<>(ActionKind.class);
        for (ActionKind kind : ActionKind.values()) {
            long count = of(kind).mapToLong(action -> 1).sum();
            if (count > 0) {
                counts.put(kind, count);
            }
        }
        return counts;
    }

    private Stream<Supplier<PlannedAction>> of(ActionKind kind) {
        return switch (kind) {
            case CREATE_GROUP -> lazily(plan.groups().created(), group -> group(kind, group));
            case RENAME_GROUP -> lazily(plan.groups().renamed(), rename -> group(kind, rename));
            case REMOVE_GROUP -> lazily(plan.groups().removed(), group -> gone(kind, group, reasons.removed(group)));
            case KEEP_GROUP -> lazily(plan.groups().kept(), kept -> gone(kind, kept.group(), reasons.kept(kept)));
            case CREATE_USER -> lazily(plan.newUsers(), user -> created(kind, user));
            case UPDATE_USER ->
                changes(
                        change -> change.profile() && !change.isRename() && !change.isEnabling(),
                        change -> changed(kind, change, reasons.updated(change)));
            case RENAME_USER ->
                Stream.concat(
                        changes(UserChange::isRename, change -> changed(kind, change, reasons.renamed(change))),
                        removals(Fate.NOTHING, kind));
            case ENABLE_USER ->
                changes(
                        change -> change.profile() && change.isEnabling(),
                        change -> changed(kind, change, reasons.enabled(change)));
            case DISABLE_USER -> removals(Fate.DISABLE, kind);
            case DELETE_USER -> removals(Fate.DELETE, kind);
            case KEEP_USER -> removals(Fate.NOTE, kind);
            case JOIN_GROUP -> memberships(kind, UserChange::join);
            case LEAVE_GROUP -> memberships(kind, UserChange::leave);
            case CONFLICT -> entries(kind, plan.obstacles().conflicts());
            case REJECTED -> entries(kind, plan.obstacles().rejected());
            case SKIPPED -> entries(kind, plan.obstacles().skipped());
        };
    }

    private static <T> Stream<Supplier<PlannedAction>> lazily(List<T> items, Function<T, PlannedAction> action) {
        return items.stream().map(item -> () -> action.apply(item));
    }

    private Stream<Supplier<PlannedAction>> changes(
            Predicate<UserChange> which, Function<UserChange, PlannedAction> action) {
        return plan.changes().stream().filter(which).map(change -> () -> action.apply(change));
    }

    private Stream<Supplier<PlannedAction>> removals(Fate fate, ActionKind kind) {
        return plan.removals().stream()
                .filter(removal -> removal.fate() == fate)
                .map(removal -> () -> new PlannedAction(
                        kind, removal.user().username(), null, removal.user().dn(), reasons.left(removal)));
    }

    private Stream<Supplier<PlannedAction>> memberships(ActionKind kind, Function<UserChange, Set<String>> keys) {
        return plan.changes().stream()
                .flatMap(change -> keys.apply(change).stream().sorted().map(key -> () -> {
                    String group = groupNames.getOrDefault(key, key);
                    return new PlannedAction(
                            kind,
                            change.user().username(),
                            group,
                            change.user().dn(),
                            reasons.membership(change, group, kind == ActionKind.JOIN_GROUP));
                }));
    }

    private static Stream<Supplier<PlannedAction>> entries(ActionKind kind, List<RejectedEntry> entries) {
        return lazily(entries, entry -> new PlannedAction(kind, entry.dn(), null, entry.dn(), entry.reason()));
    }

    private PlannedAction group(ActionKind kind, DirectoryGroup group) {
        return new PlannedAction(kind, group.name(), null, group.dn(), reasons.created(group));
    }

    private PlannedAction group(ActionKind kind, GroupRename rename) {
        return new PlannedAction(
                kind, rename.group().name(), null, rename.group().dn(), reasons.renamed(rename));
    }

    private static PlannedAction gone(ActionKind kind, LocalGroup group, String reason) {
        return new PlannedAction(kind, group.name(), null, group.dn(), reason);
    }

    private PlannedAction created(ActionKind kind, DirectoryUser user) {
        return new PlannedAction(kind, user.username(), null, user.dn(), reasons.created(user));
    }

    private static PlannedAction changed(ActionKind kind, UserChange change, String reason) {
        return new PlannedAction(
                kind, change.local().username(), null, change.user().dn(), reason);
    }
}
