package io.github.keycloakjumpcloud.observe;

/**
 * What all meters of a provider carry.
 *
 * @param realm the realm's name
 * @param name the provider's name as administrators see it; two of a realm may have the same
 * @param id the component's id
 */
public record ProviderLabel(String realm, String name, String id) {}
