package io.github.keycloakjumpcloud.store;

import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds out who holds user names and e-mail addresses in a realm, whoever that is. */
final class NameHolders {

    /** From here on one pass over the realm's users costs less than asking for so many names by chunks. */
    private static final int MANY = 2_000;

    private static final String SELECT =
            "select u.username, u.email, u.id, u.federationLink from UserEntity u where u.realmId = :realm";

    private final EntityManager entities;
    private final String realmId;
    private final Map<String, Holder> byUsername = new HashMap<>();
    private final Map<String, Holder> byEmail = new HashMap<>();

    NameHolders(EntityManager entities, String realmId) {
        this.entities = entities;
        this.realmId = realmId;
    }

    void find(Set<String> usernames, Set<String> emails) {
        if (usernames.size() + emails.size() > MANY) {
            rows(SELECT, List.of(), usernames, emails);
            return;
        }
        Chunks.ofStatements(usernames)
                .forEach(chunk -> rows(SELECT + " and u.username in :chunk", chunk, usernames, Set.of()));
        Chunks.ofStatements(emails).forEach(chunk -> rows(SELECT + " and u.email in :chunk", chunk, Set.of(), emails));
    }

    Map<String, Holder> byUsername() {
        return byUsername;
    }

    Map<String, Holder> byEmail() {
        return byEmail;
    }

    private void rows(String jpql, List<String> chunk, Set<String> usernames, Set<String> emails) {
        var query = entities.createQuery(jpql, Object[].class).setParameter("realm", realmId);
        if (!chunk.isEmpty()) {
            query.setParameter("chunk", chunk);
        }
        TextRows.forEach(query, row -> {
            if (usernames.contains(row[0])) {
                byUsername.put(row[0], new Holder(row[2], row[0], row[3]));
            }
            if (row[1] != null && emails.contains(row[1])) {
                byEmail.put(row[1], new Holder(row[2], row[0], row[3]));
            }
        });
    }
}
