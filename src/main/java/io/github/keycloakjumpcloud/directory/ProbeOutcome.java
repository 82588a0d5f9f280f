package io.github.keycloakjumpcloud.directory;

import io.github.keycloakjumpcloud.config.IdAttribute;

/** Whether the directory can be used as configured. */
public sealed interface ProbeOutcome {

    /** It can. {@code idAttribute} is the configured one, or what {@code auto} comes to here. */
    record Usable(IdAttribute idAttribute) implements ProbeOutcome {}

    /** It cannot. */
    record Broken(Problem problem) implements ProbeOutcome {}
}
