package io.github.keycloakjumpcloud.jmh;

import io.github.keycloakjumpcloud.directory.DirectoryUser;
import io.github.keycloakjumpcloud.store.Fingerprint;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The fingerprint of one user with two mapped attributes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class FingerprintBenchmark {

    private final DirectoryUser user = World.of(1).users().get(0);

    @Benchmark
    public String fingerprint() {
        return Fingerprint.of(user, false);
    }
}
