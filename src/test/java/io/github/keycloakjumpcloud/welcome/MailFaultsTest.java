package io.github.keycloakjumpcloud.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.eclipse.angus.mail.util.SocketConnectException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.email.EmailException;

@DisplayName("A mail that could not be sent")
class MailFaultsTest {

    private static final InternetAddress JANE = jane();

    private static InternetAddress jane() {
        try {
            return new InternetAddress("jane.doe@example.com");
        } catch (AddressException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Exception address(int code, String text) {
        return new SendFailedException(
                "Invalid Addresses", new SMTPAddressFailedException(JANE, "RCPT TO:<" + JANE + ">", code, text));
    }

    private static Exception refused(int code, String text) {
        return new SMTPSendFailedException("DATA", code, text, null, null, null, null);
    }

    static Stream<Arguments> later() {
        return Stream.of(
                Arguments.of(new AuthenticationFailedException("535 5.7.8 no"), "user name or password"),
                Arguments.of(
                        new MailConnectException(
                                new SocketConnectException("no", new SocketTimeoutException(), "mail.test", 25, 1)),
                        "cannot be reached"),
                Arguments.of(new MessagingException("no TLS", new SSLHandshakeException("no")), "encrypted"),
                Arguments.of(address(450, "450 4.2.0 <jane.doe@example.com>: greylisted"), "450"),
                Arguments.of(refused(550, "550 5.7.1 not today"), "550"),
                Arguments.of(refused(530, "530 log in first"), "530"),
                Arguments.of(refused(421, "421 4.7.0 too many"), "421"),
                Arguments.of(new java.io.IOException("a template's"), "cannot be made"));
    }

    static Stream<Arguments> never() {
        return Stream.of(
                Arguments.of(address(550, "550 5.1.1 <jane.doe@example.com>: unknown"), "refuses the mail to 'jane'"),
                Arguments.of(address(550, "550 5.7.1 relaying denied for jane.doe@example.com"), "550"),
                Arguments.of(new MessagingException("Connection reset", new SSLException("reset")), "may have arrived"),
                Arguments.of(address(553, "553 jane.doe@example.com?"), "553"),
                Arguments.of(refused(554, "554-5.6.0 strange\n554 5.6.0 mail"), "554"),
                Arguments.of(new SendFailedException("jane.doe@example.com"), "refuses the mail to 'jane'"),
                Arguments.of(
                        new MessagingException("Exception reading response", new SocketTimeoutException()),
                        "may have arrived"));
    }

    @ParameterizedTest
    @MethodSource("later")
    @DisplayName("is tried again where it certainly did not leave")
    void triedAgain(Exception cause, String reason) {
        assertThat(MailFaults.judge(new EmailException("failed", cause), "jane"))
                .isInstanceOfSatisfying(
                        MailOutcome.Unsent.class,
                        unsent -> assertThat(unsent.reason()).contains(reason).doesNotContain("@"));
    }

    @ParameterizedTest
    @MethodSource("never")
    @DisplayName("is not tried again where it may have arrived, or never will")
    void notTriedAgain(Exception cause, String reason) {
        assertThat(MailFaults.judge(new EmailException("failed", cause), "jane"))
                .isInstanceOfSatisfying(
                        MailOutcome.Failed.class,
                        failed -> assertThat(failed.reason()).contains(reason).doesNotContain("@"));
    }

    static Stream<Arguments> talks() {
        String connection = "ends the connection before it takes a mail";
        return Stream.of(
                Arguments.of(List.of("421 too many"), connection + " (it answers 421)", true),
                Arguments.of(List.of("554 go away"), connection + " (it answers 554)", true),
                Arguments.of(List.of(), connection, true),
                Arguments.of(List.of("220 hello", "250 hello", "550 5.1.8 who are you"), "it answers 550", true),
                Arguments.of(List.of("220 hello", "250 hello"), "breaks off before it has the mail", false),
                Arguments.of(List.of("220 hello", "250 hello", "250 ok"), "breaks off before it has the mail", false),
                Arguments.of(List.of("220 hello", "250 hello", "250 ok", "450 later"), "it answers 450", false));
    }

    @ParameterizedTest
    @MethodSource("talks")
    @DisplayName("is tried again where a mail server did not let it come to the mail's text")
    void beforeTheText(List<String> answers, String reason, boolean everyMail) throws Exception {
        assertThat(MailFaults.judge(new EmailException("failed", ScriptedMailServer.fault(answers)), "jane"))
                .isInstanceOfSatisfying(MailOutcome.Unsent.class, unsent -> {
                    assertThat(unsent.reason()).contains(reason);
                    assertThat(unsent.everyMail()).isEqualTo(everyMail);
                });
    }

    @Test
    @DisplayName("is not tried again where a mail server broke off after the mail's text")
    void afterTheText() throws Exception {
        List<String> answers = List.of("220 hello", "250 hello", "250 ok", "250 ok", "354 go on");

        assertThat(MailFaults.judge(new EmailException("failed", ScriptedMailServer.fault(answers)), "jane"))
                .isInstanceOfSatisfying(MailOutcome.Failed.class, failed -> assertThat(failed.reason())
                        .contains("may have arrived"));
    }

    @Test
    @DisplayName("is not tried again where Keycloak itself does not take the address")
    void invalidAddress() {
        assertThat(MailFaults.judge(new EmailException("Invalid address 'jane@@example'"), "jane"))
                .isEqualTo(new MailOutcome.Failed("Keycloak takes the mail address of 'jane' for invalid"));
    }
}
