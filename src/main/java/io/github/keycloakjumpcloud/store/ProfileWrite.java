package io.github.keycloakjumpcloud.store;

import io.github.keycloakjumpcloud.directory.DirectoryUser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.keycloak.models.RealmModel;
import org.keycloak.models.jpa.entities.UserAttributeEntity;
import org.keycloak.models.jpa.entities.UserEntity;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Brings names, addresses and attributes of an existing user up to date, touching only rows that differ. */
final class ProfileWrite {

    private final RealmModel realm;
    private final boolean trustEmail;
    private final Map<String, String> verifiedEmails = new HashMap<>();

    ProfileWrite(RealmModel realm, boolean trustEmail) {
        this.realm = realm;
        this.trustEmail = trustEmail;
    }

    /** Whoever gives an address up and gets the same one back does not lose its verification. */
    void rememberVerified(String keycloakId, String email) {
        verifiedEmails.put(keycloakId, email);
    }

    void apply(UserEntity local, DirectoryUser user, List<UserAttributeEntity> present, RowChanges changes) {
        local.setUsername(KeycloakModelUtils.toLowerCaseSafe(user.username()));
        local.setFirstName(user.firstName());
        local.setLastName(user.lastName());
        String email = KeycloakModelUtils.toLowerCaseSafe(user.email());
        if (!Objects.equals(local.getEmail(), email)) {
            local.setEmail(email, realm.isDuplicateEmailsAllowed());
            boolean verified = trustEmail || Objects.equals(verifiedEmails.get(local.getId()), email);
            local.setEmailVerified(verified && email != null);
        } else if (trustEmail) {
            local.setEmailVerified(email != null);
        }
        attributes(local, user, present, changes);
    }

    private void attributes(
            UserEntity local, DirectoryUser user, List<UserAttributeEntity> present, RowChanges changes) {
        Map<String, List<UserAttributeEntity>> rows = new HashMap<>();
        present.forEach(row ->
                rows.computeIfAbsent(row.getName(), name -> new ArrayList<>()).add(row));
        if (rows.containsKey(Marks.DISABLED)) {
            local.setEnabled(true);
        }
        Map<String, List<String>> wanted = new TreeMap<>();
        obsolete(rows).forEach(name -> wanted.put(name, List.of()));
        wanted.putAll(new ProfileAttributes(user, trustEmail).values());
        wanted.forEach((name, values) -> attribute(local, name, values, rows.getOrDefault(name, List.of()), changes));
    }

    /** Attributes of mappings that were removed, and the marks of those who had left. */
    private static Set<String> obsolete(Map<String, List<UserAttributeEntity>> rows) {
        Set<String> names = new HashSet<>();
        rows.getOrDefault(Marks.FINGERPRINT, List.of())
                .forEach(row -> names.addAll(Fingerprint.writtenAttributes(row.getValue())));
        names.add(Marks.DEPARTED);
        names.add(Marks.DISABLED);
        return names;
    }

    private static void attribute(
            UserEntity local, String name, List<String> values, List<UserAttributeEntity> rows, RowChanges changes) {
        List<String> missing = new ArrayList<>(values);
        List<UserAttributeEntity> surplus = new ArrayList<>();
        for (UserAttributeEntity row : rows) {
            if (!missing.remove(row.getValue())) {
                surplus.add(row);
            }
        }
        int reused = Math.min(missing.size(), surplus.size());
        for (int i = 0; i < reused; i++) {
            surplus.get(i).setValue(missing.get(i));
        }
        missing.subList(reused, missing.size()).forEach(value -> changes.insert(Rows.attribute(local, name, value)));
        surplus.subList(reused, surplus.size()).forEach(changes::delete);
    }
}
