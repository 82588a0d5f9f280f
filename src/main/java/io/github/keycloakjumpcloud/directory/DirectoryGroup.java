package io.github.keycloakjumpcloud.directory;

/**
 * A group as the directory shows it.
 *
 * @param key {@link io.github.keycloakjumpcloud.dn.DistinguishedName#key() key} of the group's DN, its identity (JumpCloud serves no stable id for groups)
 * @param dn distinguished name as the server wrote it
 * @param name the group's name
 */
public record DirectoryGroup(String key, String dn, String name) {}
