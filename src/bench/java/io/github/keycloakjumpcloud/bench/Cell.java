package io.github.keycloakjumpcloud.bench;

import java.util.Locale;

/** One combination that is measured. */
record Cell(DatabaseKind database, Scale scale, int roundTripMillis, Contender contender) {

    /** For files: {@code h2-2000-30ms-built_in}. */
    String name() {
        return (database + "-" + scale.users() + "-" + roundTripMillis + "ms-" + contender).toLowerCase(Locale.ROOT);
    }
}
