package io.github.keycloakjumpcloud.bench;

import io.github.keycloakjumpcloud.document.MarkdownPage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Writes {@code docs/benchmarks.md} and its pictures; what was measured elsewhere, so that its results are not here, stays as it stands there. */
record BenchPage(Path folder) {

    void write(
            BenchOptions options,
            Results results,
            RunDescription run,
            SignInOptions signIns,
            SignInResults signInResults) {
        try {
            Path file = folder.resolve("benchmarks.md");
            MarkdownPage before = MarkdownPage.of(Files.exists(file) ? Files.readString(file) : "# Benchmark\n");
            Optional<String> syncs = new Plots(options, results).svg();
            Optional<String> signInPlots = new SignInPlots(signIns, signInResults).svg();
            MarkdownPage page = before;
            if (syncs.isPresent()) {
                Files.writeString(folder.resolve(BenchDocument.PICTURE), syncs.get());
                page = MarkdownPage.of(new BenchDocument(options, results, run).text());
            }
            Optional<String> section = before.section(SignInSection.TITLE);
            if (signInPlots.isPresent()) {
                Files.writeString(folder.resolve(SignInSection.PICTURE), signInPlots.get());
                section = Optional.of(new SignInSection(signIns, signInResults, run).text());
            }
            if (section.isPresent()) {
                page = page.with(SignInSection.TITLE, section.get());
            }
            Files.writeString(file, page.text());
        } catch (IOException e) {
            throw new UncheckedIOException("The document cannot be written", e);
        }
    }
}
