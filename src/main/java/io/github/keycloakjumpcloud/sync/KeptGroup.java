package io.github.keycloakjumpcloud.sync;

import io.github.keycloakjumpcloud.store.GroupHoldings;
import io.github.keycloakjumpcloud.store.LocalGroup;

/**
 * An imported group that is no longer in the directory and stays all the same.
 *
 * @param group the group
 * @param holdings what would be lost with it
 */
public record KeptGroup(LocalGroup group, GroupHoldings holdings) {}
