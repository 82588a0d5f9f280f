package io.github.keycloakjumpcloud.jmh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** The command {@code mvn -Pjmh}: measures, and leaves the results where {@code mvn -Pbench} finds them for its document. */
public final class Jmh {

    private Jmh() {}

    public static void main(String[] arguments) throws IOException, RunnerException {
        Path results = Files.createDirectories(Path.of(arguments[0], "bench")).resolve("jmh.json");
        new Runner(new OptionsBuilder()
                        .include(Jmh.class.getPackageName() + ".*")
                        .forks(2)
                        .warmupIterations(3)
                        .warmupTime(TimeValue.seconds(3))
                        .measurementIterations(5)
                        .measurementTime(TimeValue.seconds(3))
                        .addProfiler(GCProfiler.class)
                        .resultFormat(ResultFormatType.JSON)
                        .result(results.toString())
                        .build())
                .run();
    }
}
