package io.github.keycloakjumpcloud.store;

import io.github.keycloakjumpcloud.directory.DirectoryUser;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.keycloak.models.KeycloakSession;

/** One component's welcome mails in the database. Every call is a small transaction of its own. Thread-safe. */
public final class StoredMails implements MailQueue {

    private final Transactions transactions;
    private final String componentId;

    public StoredMails(Transactions transactions, String componentId) {
        this.transactions = transactions;
        this.componentId = componentId;
    }

    /** What stands for a person: a digest of the identity, which may be a name. */
    public static String person(DirectoryUser user) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(user.id().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Everybody for whom there has ever been a mail, sent or waiting. */
    public Set<String> people() {
        return call(table -> table.people(componentId));
    }

    @Override
    public List<WaitingMail> waiting() {
        return call(table -> table.waiting(componentId));
    }

    @Override
    public boolean take(WaitingMail mail) {
        return call(table -> table.take(componentId, mail.person()));
    }

    @Override
    public void giveBack(WaitingMail mail) {
        call(table -> {
            table.giveBack(componentId, mail.person(), System.currentTimeMillis());
            return true;
        });
    }

    /** Sends none of those that wait, ever, in the session's transaction. */
    public static void giveUp(KeycloakSession session, String componentId) {
        table(session).giveUp(componentId);
    }

    /** Forgets a component, in the session's transaction. */
    public static void removeComponent(KeycloakSession session, String componentId) {
        table(session).removeComponent(componentId);
    }

    /** Forgets a realm's components, in the session's transaction. */
    public static void removeRealm(KeycloakSession session, String realmId) {
        table(session).removeRealm(realmId);
    }

    private <T> T call(Function<WelcomeTable, T> work) {
        return transactions.call((session, realm) -> work.apply(table(session)));
    }

    private static WelcomeTable table(KeycloakSession session) {
        return new WelcomeTable(new Sql(session));
    }
}
