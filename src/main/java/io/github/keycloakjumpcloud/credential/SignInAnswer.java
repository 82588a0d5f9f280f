package io.github.keycloakjumpcloud.credential;

import io.github.keycloakjumpcloud.directory.Lookup;
import org.jspecify.annotations.Nullable;

/**
 * What came of a question about a sign-in that was asked apart from the request it belongs to.
 *
 * @param verdict what became of it
 * @param seen the user's entry, to be written where the verdict is good; {@code null} where nobody looked
 */
public record SignInAnswer(Verdict verdict, Lookup.@Nullable Present seen) {}
