package io.github.keycloakjumpcloud.federation;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.github.keycloakjumpcloud.keycloak.Backend;
import io.github.keycloakjumpcloud.keycloak.Ports;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A real mail server in this JVM, which can be switched off and on, and the mails that it took. */
final class MailHouse implements AutoCloseable {

    /** It tells of each mail at level INFO. Held here, as loggers are forgotten together with their level. */
    private static final Logger TALK = Logger.getLogger("com.icegreen.greenmail");

    private final int port = Ports.free();
    private final GreenMail server = new GreenMail(
            new ServerSetup(port, Backend.chosen().listenAddress().getHostAddress(), ServerSetup.PROTOCOL_SMTP));

    static MailHouse start() {
        MailHouse house = new MailHouse();
        TALK.setLevel(Level.WARNING);
        house.server.start();
        return house;
    }

    /** What a realm needs to send here. */
    Map<String, Map<String, String>> realmSettings() {
        return Map.of(
                "smtpServer",
                Map.of("host", "localhost", "port", String.valueOf(port), "from", "keycloak@example.com"));
    }

    void switchOff() {
        server.stop();
    }

    /** With the mails from before gone. */
    void switchOn() {
        server.start();
    }

    /** How many mails each address got. */
    Map<String, Integer> counts() {
        Map<String, Integer> counts = new TreeMap<>();
        Arrays.stream(server.getReceivedMessages())
                .map(ReceivedMail::of)
                .forEach(mail -> counts.merge(mail.to(), 1, Integer::sum));
        return counts;
    }

    int count() {
        return server.getReceivedMessages().length;
    }

    ReceivedMail to(String address) {
        List<ReceivedMail> mails = Arrays.stream(server.getReceivedMessages())
                .map(ReceivedMail::of)
                .filter(mail -> mail.to().equals(address))
                .toList();
        if (mails.size() != 1) {
            throw new AssertionError(mails.size() + " mails to " + address);
        }
        return mails.get(0);
    }

    @Override
    public void close() {
        server.stop();
    }
}
