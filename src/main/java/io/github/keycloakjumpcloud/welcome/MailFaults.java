package io.github.keycloakjumpcloud.welcome;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.keycloak.email.EmailException;

/**
 * What a mail that Keycloak could not send amounts to: whether it may be tried again, and a sentence for the administrator. Mail servers repeat
 * addresses in what they say, so their words are only looked at, never passed on. Stateless and thread-safe.
 */
final class MailFaults {

    /** An answer of a mail server (RFC 5321, section 4.2): its code, and the second digit of an enhanced one (RFC 3463). */
    private static final Pattern ANSWER = Pattern.compile("^([245]\\d\\d)[ -](?:\\d\\.(\\d{1,3})\\.\\d{1,3})?");

    /** The server wants something of whoever sends, not of this mail. */
    private static final List<String> OF_THE_SENDER = List.of("530", "534", "535", "538");

    private static final String POLICY = "7";

    private MailFaults() {}

    /** @param username for sentences about this user's mail alone */
    static MailOutcome judge(EmailException e, String username) {
        List<Throwable> causes = causes(e);
        if (holds(causes, AuthenticationFailedException.class)) {
            return new MailOutcome.Unsent("the mail server refuses Keycloak's user name or password");
        }
        if (holds(causes, UnknownHostException.class)) {
            return new MailOutcome.Unsent("the mail server's name cannot be resolved");
        }
        if (holds(causes, MailConnectException.class)) {
            return new MailOutcome.Unsent("the mail server cannot be reached");
        }
        if (holds(causes, SSLException.class)) {
            return new MailOutcome.Unsent("no encrypted connection to the mail server comes about");
        }
        if (holds(causes, SendFailedException.class)) {
            return refused(causes, username);
        }
        if (holds(causes, MessagingException.class)) {
            return new MailOutcome.Failed("the mail server broke off the mail to '" + username
                    + "', which may have arrived all the same and is not repeated");
        }
        return causes.size() > 1
                ? new MailOutcome.Unsent(
                        "the mail cannot be made by the realm's e-mail theme; the server's log has the details at level DEBUG")
                : new MailOutcome.Failed("Keycloak takes the mail address of '" + username + "' for invalid");
    }

    private static MailOutcome refused(List<Throwable> causes, String username) {
        Matcher answer = answer(causes).orElse(null);
        if (answer == null) {
            return new MailOutcome.Failed("the mail server refuses the mail to '" + username + "'");
        }
        String code = answer.group(1);
        boolean later = !code.startsWith("5") || OF_THE_SENDER.contains(code) || POLICY.equals(answer.group(2));
        return later
                ? new MailOutcome.Unsent(
                        "the mail server does not take mails of Keycloak for now (it answers " + code + ")")
                : new MailOutcome.Failed(
                        "the mail server refuses the mail to '" + username + "' (it answers " + code + ")");
    }

    /** The innermost is the server's own. */
    private static Optional<Matcher> answer(List<Throwable> causes) {
        return causes.stream()
                .map(Throwable::getMessage)
                .filter(message -> message != null)
                .map(ANSWER::matcher)
                .filter(Matcher::find)
                .reduce((outer, inner) -> inner);
    }

    private static boolean holds(List<Throwable> causes, Class<? extends Throwable> type) {
        return causes.stream().anyMatch(type::isInstance);
    }

    /** The exception and everything behind it; Jakarta Mail's own chain is among the causes. */
    private static List<Throwable> causes(Throwable e) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable next = e; next != null && !causes.contains(next); next = next.getCause()) {
            causes.add(next);
        }
        return causes;
    }
}
