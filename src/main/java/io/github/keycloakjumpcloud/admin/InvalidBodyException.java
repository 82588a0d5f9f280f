package io.github.keycloakjumpcloud.admin;

/** What a call carries cannot be understood. */
final class InvalidBodyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final String sentence;

    /** {@code sentence} holds nothing that may be secret. */
    InvalidBodyException(String code, String sentence) {
        super(sentence);
        this.code = code;
        this.sentence = sentence;
    }

    String code() {
        return code;
    }

    String sentence() {
        return sentence;
    }
}
