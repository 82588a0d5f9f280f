package io.github.keycloakjumpcloud.credential;

import io.github.keycloakjumpcloud.directory.Lookup;
import org.jspecify.annotations.Nullable;

/**
 * What came of a question about a sign-in, which may have been asked apart from the request it belongs to.
 *
 * @param verdict what became of it
 * @param seen the entry of a user who may come in, to be written; {@code null} where nobody looked or what was seen is not to be relied on
 * @param begun when the question was begun, by the clock of {@link SignInMemory}
 * @param ended when the answer was there, by the same clock
 */
public record SignInAnswer(Verdict verdict, Lookup.@Nullable Present seen, long begun, long ended) {

    /** An answer for which nobody was asked. */
    public static SignInAnswer of(Verdict verdict) {
        return new SignInAnswer(verdict, null, 0, 0);
    }
}
