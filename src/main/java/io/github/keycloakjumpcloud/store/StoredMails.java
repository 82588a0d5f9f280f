package io.github.keycloakjumpcloud.store;

import io.github.keycloakjumpcloud.config.ConfigKeys;
import io.github.keycloakjumpcloud.directory.DirectoryUser;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

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
        return person(user.id());
    }

    private static String person(String identity) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(identity.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Everybody for whom there has ever been a mail, sent or waiting. */
    public Set<String> people() {
        return call(table -> table.people(componentId));
    }

    /** Marks these users as people who get no mail, by what stands for them. */
    public void exempt(Map<String, LocalUser> users) {
        long now = System.currentTimeMillis();
        List<WaitingMail> marks = users.entrySet().stream()
                .map(user -> new WaitingMail(user.getKey(), user.getValue().keycloakId()))
                .toList();
        transactions.call((session, realm) -> {
            table(session).addDone(realm.getId(), componentId, marks, now);
            return true;
        });
    }

    /** Those of the users whose identity is known, by what stands for them. */
    public static Map<String, LocalUser> people(List<LocalUser> users) {
        Map<String, LocalUser> people = new HashMap<>();
        for (LocalUser user : users) {
            String identity = user.directoryId();
            if (identity != null) {
                people.put(person(identity), user);
            }
        }
        return people;
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
    public boolean giveBack(WaitingMail mail) {
        return transactions.call((session, realm) -> {
            boolean wanted = areWanted(realm, componentId);
            if (wanted) {
                table(session).giveBack(componentId, mail.person(), System.currentTimeMillis());
            }
            return wanted;
        });
    }

    /** Whether the component's settings want mails by now; a run knows those from its beginning. */
    public static boolean areWanted(RealmModel realm, String componentId) {
        ComponentModel component = realm.getComponent(componentId);
        return component != null && component.get(ConfigKeys.WELCOME_EMAIL, false);
    }

    /** Sends none of those that wait, ever, in the session's transaction; says how many. */
    public static int giveUp(KeycloakSession session, String componentId) {
        return table(session).giveUp(componentId);
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
