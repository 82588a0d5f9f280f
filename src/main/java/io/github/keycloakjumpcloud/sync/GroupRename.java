package io.github.keycloakjumpcloud.sync;

import io.github.keycloakjumpcloud.store.LocalGroup;

/**
 * An imported group that gets the directory's name.
 *
 * @param group the group as Keycloak holds it
 * @param name the directory's name
 */
public record GroupRename(LocalGroup group, String name) {}
