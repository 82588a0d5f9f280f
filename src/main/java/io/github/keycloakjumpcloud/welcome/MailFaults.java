package io.github.keycloakjumpcloud.welcome;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
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

    /** The server goes away. */
    private static final String CLOSING = "421";

    private static final String POLICY = "7";

    /** How Jakarta Mail repeats a greeting that is none. */
    private static final Pattern GREETING = Pattern.compile("response: ([45]\\d\\d)");

    private static final String CONNECTION = "jakarta.mail.Service";

    private static final String TRANSPORT = "org.eclipse.angus.mail.smtp.SMTPTransport";

    private MailFaults() {}

    /** @param username for sentences about this user's mail alone */
    static MailOutcome judge(EmailException e, String username) {
        List<Throwable> causes = causes(e);
        Optional<String> unconnected = unconnected(causes);
        if (unconnected.isPresent()) {
            return new MailOutcome.Unsent(unconnected.get(), true);
        }
        Optional<Matcher> answer = innermost(causes, ANSWER);
        if (answer.isPresent() && holds(causes, SendFailedException.class)) {
            return refused(answer.get(), causes, username);
        }
        if (isWithin(causes, TRANSPORT, "mailFrom") || isWithin(causes, TRANSPORT, "rcptTo")) {
            return new MailOutcome.Unsent("the mail server breaks off before it has the mail", false);
        }
        // It knows no answer where the server hung up instead of giving one.
        boolean refused = holds(causes, SendFailedException.class) && !holds(causes, SMTPSendFailedException.class);
        if (refused) {
            return new MailOutcome.Failed("the mail server refuses the mail to '" + username + "'");
        }
        if (holds(causes, MessagingException.class)) {
            return new MailOutcome.Failed("the mail server broke off the mail to '" + username
                    + "', which may have arrived all the same and is not repeated");
        }
        return causes.size() > 1
                ? new MailOutcome.Unsent(
                        "the mail cannot be made by the realm's e-mail theme; the server's log has the details at level DEBUG",
                        false)
                : new MailOutcome.Failed("Keycloak takes the mail address of '" + username + "' for invalid");
    }

    /** What went wrong before there was a connection on which mails could go. */
    private static Optional<String> unconnected(List<Throwable> causes) {
        boolean connecting = isWithin(causes, CONNECTION, "connect");
        if (holds(causes, AuthenticationFailedException.class)) {
            return Optional.of("the mail server refuses Keycloak's user name or password");
        }
        if (holds(causes, UnknownHostException.class)) {
            return Optional.of("the mail server's name cannot be resolved");
        }
        if (holds(causes, MailConnectException.class)) {
            return Optional.of("the mail server cannot be reached");
        }
        // Later on, a broken encrypted connection says nothing about the mail.
        if (holds(causes, SSLHandshakeException.class) || (connecting && holds(causes, SSLException.class))) {
            return Optional.of("no encrypted connection to the mail server comes about");
        }
        return connecting
                ? Optional.of("the mail server ends the connection before it takes a mail"
                        + innermost(causes, GREETING)
                                .map(found -> " (it answers " + found.group(1) + ")")
                                .orElse(""))
                : Optional.empty();
    }

    private static MailOutcome refused(Matcher answer, List<Throwable> causes, String username) {
        String code = answer.group(1);
        boolean sender =
                OF_THE_SENDER.contains(code) || CLOSING.equals(code) || isWithin(causes, TRANSPORT, "mailFrom");
        // About a recipient a policy says so for good.
        boolean policy = POLICY.equals(answer.group(2)) && !holds(causes, SMTPAddressFailedException.class);
        return sender || policy || !code.startsWith("5")
                ? new MailOutcome.Unsent(
                        "the mail server does not take mails of Keycloak for now (it answers " + code + ")", sender)
                : new MailOutcome.Failed(
                        "the mail server refuses the mail to '" + username + "' (it answers " + code + ")");
    }

    /** The innermost is the server's own. */
    private static Optional<Matcher> innermost(List<Throwable> causes, Pattern pattern) {
        return causes.stream()
                .map(Throwable::getMessage)
                .filter(message -> message != null)
                .map(pattern::matcher)
                .filter(Matcher::find)
                .reduce((outer, inner) -> inner);
    }

    /** Whether something was thrown within a method: the only sign of how far the talk with the server had come. */
    private static boolean isWithin(List<Throwable> causes, String type, String method) {
        return causes.stream()
                .flatMap(cause -> Arrays.stream(cause.getStackTrace()))
                .anyMatch(frame -> frame.getClassName().equals(type)
                        && frame.getMethodName().equals(method));
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
