package io.github.keycloakjumpcloud.directory.ldap;

import java.time.Duration;

/**
 * What a user's bind is subject to.
 *
 * @param limit longest wait for the answer
 * @param deadline when nobody waits any more, however often the bind is sent
 * @param secondFactor whether the bind uses a code up, or reaches somebody's phone
 * @param most how many binds there may be at once
 */
record BindTerms(Duration limit, Deadline deadline, boolean secondFactor, int most) {}
