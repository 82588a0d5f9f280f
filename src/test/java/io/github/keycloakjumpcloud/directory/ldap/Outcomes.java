package io.github.keycloakjumpcloud.directory.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.directory.BindOutcome;
import io.github.keycloakjumpcloud.directory.Look;
import io.github.keycloakjumpcloud.directory.Lookup;
import io.github.keycloakjumpcloud.directory.ProbeOutcome;
import io.github.keycloakjumpcloud.directory.Problem;
import io.github.keycloakjumpcloud.directory.ReadOutcome;

/** Takes outcomes apart, failing with the whole outcome where it is another one. */
final class Outcomes {

    private Outcomes() {}

    static Lookup.Present present(Lookup lookup) {
        assertThat(lookup).isInstanceOf(Lookup.Present.class);
        return (Lookup.Present) lookup;
    }

    static Problem unknown(Lookup lookup) {
        assertThat(lookup).isInstanceOf(Lookup.Unknown.class);
        return ((Lookup.Unknown) lookup).problem();
    }

    static String ambiguous(Lookup lookup) {
        assertThat(lookup).isInstanceOf(Lookup.Ambiguous.class);
        return ((Lookup.Ambiguous) lookup).reason();
    }

    static String unusable(Lookup lookup) {
        assertThat(lookup).isInstanceOf(Lookup.Unusable.class);
        return ((Lookup.Unusable) lookup).reason();
    }

    static Problem unavailable(BindOutcome outcome) {
        assertThat(outcome).isInstanceOf(BindOutcome.Unavailable.class);
        return ((BindOutcome.Unavailable) outcome).problem();
    }

    static ReadOutcome.Snapshot snapshot(ReadOutcome outcome) {
        assertThat(outcome).isInstanceOf(ReadOutcome.Snapshot.class);
        return (ReadOutcome.Snapshot) outcome;
    }

    static Problem failed(ReadOutcome outcome) {
        assertThat(outcome).isInstanceOf(ReadOutcome.Failed.class);
        return ((ReadOutcome.Failed) outcome).problem();
    }

    static Problem broken(ProbeOutcome outcome) {
        assertThat(outcome).isInstanceOf(ProbeOutcome.Broken.class);
        return ((ProbeOutcome.Broken) outcome).problem();
    }

    static <T> T seen(Look<T> look) {
        assertThat(look).isInstanceOf(Look.Seen.class);
        return ((Look.Seen<T>) look).what();
    }

    static Problem failed(Look<?> look) {
        assertThat(look).isInstanceOf(Look.Failed.class);
        return ((Look.Failed<?>) look).problem();
    }
}
