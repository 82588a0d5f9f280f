package io.github.keycloakjumpcloud.welcome;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;

/** A mail server that answers as told, one line for each command, and then hangs up. */
final class ScriptedMailServer {

    private static final String TEXT_FOLLOWS = "354";

    private ScriptedMailServer() {}

    /** What Jakarta Mail throws at a mail to such a server, sent as Keycloak does it. */
    static MessagingException fault(List<String> answers) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread talk = new Thread(() -> talk(server, answers));
            talk.start();
            MessagingException fault =
                    catchThrowableOfType(MessagingException.class, () -> send(server.getLocalPort()));
            talk.join();
            return fault;
        }
    }

    private static void talk(ServerSocket server, List<String> answers) {
        try (Socket client = server.accept()) {
            BufferedReader commands =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
            OutputStream out = client.getOutputStream();
            for (String answer : answers) {
                out.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
                String end = answer.startsWith(TEXT_FOLLOWS) ? "." : null;
                String line = commands.readLine();
                while (line != null && end != null && !line.equals(end)) {
                    line = commands.readLine();
                }
            }
        } catch (IOException e) {
            // The client is gone, and so is its interest in answers.
        }
    }

    private static void send(int port) throws MessagingException {
        Session session = Session.getInstance(new Properties());
        MimeMessage mail = new MimeMessage(session);
        mail.setFrom(new InternetAddress("keycloak@example.com"));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress("jane@example.com"));
        mail.setSubject("Hello");
        mail.setText("Hello");
        mail.saveChanges();
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect("127.0.0.1", port, null, null);
            transport.sendMessage(mail, mail.getAllRecipients());
        }
    }
}
