package io.github.keycloakjumpcloud.scaling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tables about the memory that syncs need. */
final class MemoryTables {

    private static final double KIBIBYTES = 1024;
    private static final List<Integer> SIZES = List.of(1_000, 10_000, 100_000, 1_000_000);
    /** As much again for what is garbage and not yet collected, for sign-ins and for what grows. */
    private static final double ROOM = 2;

    private static final double STEP = 256;

    /** What an entry counts for where a read is refused that would fill half of the heap; see AnswerLimitTest. */
    private static final double BYTES_OF_AN_ENTRY = 1_600;

    private static final double MEBIBYTE = 1 << 20;

    private final List<Sample> held = new ArrayList<>();
    private final double idle;
    private final FittedModel model;

    MemoryTables(Samples memory) {
        for (Sample sample : memory.all()) {
            Map<String, String> values = new HashMap<>(sample.values());
            values.put("held", String.valueOf(sample.number("peak") - sample.number("before")));
            held.add(new Sample(values));
        }
        this.idle = memory.most("before");
        this.model = FittedModel.of(
                new Samples(held).where("sync", "unchanged").by("users", "memberships"),
                "held",
                List.of(Term.of("each user", "users"), Term.of("each membership", "memberships")));
    }

    String measured() {
        Table table = new Table(
                1,
                "sync",
                "users",
                "memberships",
                "before (MiB)",
                "at most (MiB)",
                "held by the sync (MiB)",
                "model errs by");
        for (Sample sample : ascending()) {
            table.row(
                    SyncTables.label(sample.text("sync")),
                    Figures.whole(sample.number("users")),
                    Figures.whole(sample.number("memberships")),
                    Figures.whole(sample.number("before")),
                    Figures.whole(sample.number("peak")),
                    Figures.whole(sample.number("held")),
                    sample.is("sync", "unchanged") ? Figures.error(model.of(sample) / sample.number("held") - 1) : "–");
        }
        return table.text();
    }

    private List<Sample> ascending() {
        return held.stream()
                .sorted(Comparator.comparingDouble((Sample sample) -> sample.number("users"))
                        .thenComparingDouble(sample -> sample.number("memberships")))
                .toList();
    }

    String forecast() {
        Table table = new Table(1, "users", "held by a sync", "with Keycloak itself", "heap to give");
        for (int users : SIZES) {
            double sync = model.of(Circumstances.of(users, 0, 0, 0));
            table.row(
                    Figures.whole(users),
                    Figures.whole(sync) + " MiB",
                    Figures.whole(sync + idle) + " MiB",
                    Figures.whole(heap(users, sync + idle)) + " MiB");
        }
        return table.text();
    }

    private static double heap(int users, double held) {
        double admitting = 2 * BYTES_OF_AN_ENTRY * users / MEBIBYTE;
        return Math.max(2 * STEP, Math.ceil(Math.max(held * ROOM, admitting) / STEP) * STEP);
    }

    String model() {
        Table table = new Table(1, "for", "KiB");
        for (int term = 0; term < model.terms().size(); term++) {
            table.row(
                    model.terms().get(term).name(),
                    Figures.number(model.coefficients().get(term) * KIBIBYTES));
        }
        return table.text();
    }
}
