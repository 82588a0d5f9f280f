package io.github.keycloakjumpcloud.config;

import static io.github.keycloakjumpcloud.config.InvalidValueException.label;
import static io.github.keycloakjumpcloud.config.InvalidValueException.quoted;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What a sync may take away. */
record RemovalFields(ConfigValues values) implements Fields {

    static final int DEFAULT_PERCENT = 20;
    static final int DEFAULT_MINIMUM = 10;

    private static final int MOST_DAYS = 36_500;
    private static final int MOST_USERS = 10_000_000;

    @Override
    public List<Supplier<?>> readers() {
        return List.of(this::removedUsers, this::deleteAfterDays, this::limitPercent, this::limitMinimum, this::dryRun);
    }

    RemovalSettings settings() {
        return new RemovalSettings(removedUsers(), deleteAfterDays(), limitPercent(), limitMinimum(), dryRun());
    }

    private RemovedUsers removedUsers() {
        String value = values.text(ConfigKeys.REMOVED_USERS, RemovedUsers.DISABLE.value());
        return RemovedUsers.of(value)
                .orElseThrow(() -> new InvalidValueException(
                        "jumpcloud.config.notOneOf",
                        label(ConfigKeys.REMOVED_USERS),
                        quoted(value),
                        Arrays.stream(RemovedUsers.values())
                                .map(RemovedUsers::value)
                                .collect(Collectors.joining(", "))));
    }

    private int deleteAfterDays() {
        return values.number(ConfigKeys.DELETE_AFTER_DAYS, 0, 0, MOST_DAYS);
    }

    private int limitPercent() {
        return values.number(ConfigKeys.REMOVAL_LIMIT_PERCENT, DEFAULT_PERCENT, 0, 100);
    }

    private int limitMinimum() {
        return values.number(ConfigKeys.REMOVAL_LIMIT_MINIMUM, DEFAULT_MINIMUM, 0, MOST_USERS);
    }

    private boolean dryRun() {
        return values.flag(ConfigKeys.DRY_RUN, false);
    }
}
