package io.github.keycloakjumpcloud.demo;

/** Why the demo does not start, in a sentence for the person who started it. */
final class DemoProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DemoProblem(String sentence) {
        super(sentence);
    }
}
