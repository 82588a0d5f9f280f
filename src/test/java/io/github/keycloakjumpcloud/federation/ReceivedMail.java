package io.github.keycloakjumpcloud.federation;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A mail as its reader sees it. */
record ReceivedMail(String to, String from, String subject, String text, String html) {

    static ReceivedMail of(MimeMessage message) {
        try {
            Multipart parts = (Multipart) message.getContent();
            return new ReceivedMail(
                    message.getAllRecipients()[0].toString(),
                    message.getFrom()[0].toString(),
                    message.getSubject(),
                    part(parts, 0, "text/plain"),
                    part(parts, 1, "text/html"));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String part(Multipart parts, int index, String type) throws MessagingException, IOException {
        BodyPart part = parts.getBodyPart(index);
        if (!part.isMimeType(type)) {
            throw new AssertionError("Part " + index + " is " + part.getContentType());
        }
        return part.getContent().toString();
    }
}
