package io.github.keycloakjumpcloud.credential;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A password and a one-time code in the one field that LDAP has for both: {@code password,123456} ("JumpCloud: Configure MFA for LDAP"). What follows the
 * last comma is the code, so the password may contain commas itself.
 */
public final class PasswordWithCode {

    private static final Pattern CODE = Pattern.compile("[0-9]{6}");
    private static final Pattern BOTH = Pattern.compile(".+,[0-9]{6}", Pattern.DOTALL);
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private PasswordWithCode() {}

    /**
     * What was typed as a code, without the spaces that apps show in the middle.
     *
     * @return the six digits; empty where it is no code
     */
    public static Optional<String> code(String typed) {
        String digits = SPACE.matcher(typed).replaceAll("");
        return CODE.matcher(digits).matches() ? Optional.of(digits) : Optional.empty();
    }

    /** Both in one. */
    public static String of(String password, String code) {
        return password + "," + code;
    }

    /** Whether this looks like both in one; a password may happen to look like that. */
    public static boolean isOne(String password) {
        return BOTH.matcher(password).matches();
    }
}
