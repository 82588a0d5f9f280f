package io.github.keycloakjumpcloud.federation;

import io.github.keycloakjumpcloud.keycloak.Browser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What axe finds wrong with a part of a page. */
final class Accessibility {

    private static final String AXE = "/axe.min.js";

    private static final String RUN = """
            const [where, done] = arguments;
            axe.run({ include: [[where]] }, { resultTypes: ["violations"] })
              .then(({ violations }) => done(violations
                .filter(({ impact }) => impact === "serious" || impact === "critical")
                .flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html}`))))
              .catch((e) => done([String(e)]));
            """;

    private Accessibility() {}

    /** The serious and critical findings below an element, each as one line. */
    @SuppressWarnings("unchecked")
    static List<String> findings(Browser browser, String selector) {
        browser.driver().executeScript(script());
        return (List<String>) browser.driver().executeAsyncScript(RUN, selector);
    }

    private static String script() {
        try (InputStream stream = Accessibility.class.getResourceAsStream(AXE)) {
            if (stream == null) {
                throw new IllegalStateException(AXE + " is not on the class path");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
