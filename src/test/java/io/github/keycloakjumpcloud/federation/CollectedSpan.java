package io.github.keycloakjumpcloud.federation;

/**
 * A span as it was exported.
 *
 * @param nested whether it has a parent
 * @param content names and values of its attributes, among what is no text
 */
record CollectedSpan(String name, boolean nested, String content) {}
