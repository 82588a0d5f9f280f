package io.github.keycloakjumpcloud.store;

import java.time.Instant;

/**
 * The password of a good sign-in, as a hash, kept for outages.
 *
 * @param hashId new with every hash, so that a node notices that another one has written
 * @param until when it ends to be of use
 */
public record KeptPassword(String hashId, SlowHash hash, Instant until) {}
