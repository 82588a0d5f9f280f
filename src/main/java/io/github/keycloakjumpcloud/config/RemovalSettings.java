package io.github.keycloakjumpcloud.config;

/**
 * What a sync may take away.
 *
 * @param removedUsers what happens to a user who has left JumpCloud
 * @param deleteAfterDays after how many days users whom the provider disabled are deleted, 0 for never
 * @param limitPercent the guard: removals of at most so many percent pass
 * @param limitMinimum the guard: so many removals pass, whatever the percentage
 * @param dryRun whether every sync only reports what it would do
 */
public record RemovalSettings(
        RemovedUsers removedUsers, int deleteAfterDays, int limitPercent, int limitMinimum, boolean dryRun) {

    /** What applies where nothing is configured. */
    public static final RemovalSettings DEFAULT = new RemovalSettings(
            RemovedUsers.DISABLE, 0, RemovalFields.DEFAULT_PERCENT, RemovalFields.DEFAULT_MINIMUM, false);

    /** Whether so many removals of so many are more than both limits. */
    public boolean isExceededBy(long removals, long of) {
        return removals > limitMinimum && removals * 100 > limitPercent * of;
    }
}
