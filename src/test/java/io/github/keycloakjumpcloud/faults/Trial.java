package io.github.keycloakjumpcloud.faults;

import org.jspecify.annotations.Nullable;

/**
 * One killed import and what came of it.
 *
 * @param number from 1
 * @param killedAfterMillis time between the start of the sync and the kill
 * @param usersThen users in the database right after the kill
 * @param membershipsThen memberships likewise
 * @param syncs how often the restarted Keycloak was asked to sync until it did: as long as the dead run's lease lasts it refuses
 * @param secondsToWhole time from the restarted Keycloak's readiness to the end of the run that completed
 * @param difference the first difference from an undisturbed import, or {@code null} where there is none
 */
record Trial(
        int number,
        long killedAfterMillis,
        int usersThen,
        int membershipsThen,
        int syncs,
        long secondsToWhole,
        @Nullable String difference) {}
