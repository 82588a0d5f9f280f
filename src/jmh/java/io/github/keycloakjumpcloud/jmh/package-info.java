/** What the planner and the fingerprint cost by themselves, measured by JMH. */
@NullMarked
package io.github.keycloakjumpcloud.jmh;

import org.jspecify.annotations.NullMarked;
