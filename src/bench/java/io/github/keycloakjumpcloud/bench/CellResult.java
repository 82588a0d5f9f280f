package io.github.keycloakjumpcloud.bench;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One repetition of a cell; the limits are measured beside this extension only. */
record CellResult(
        Cell cell,
        int repetition,
        String date,
        double loadAverage,
        List<StepResult> steps,
        @Nullable Limits limits) {}
