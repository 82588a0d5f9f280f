package io.github.keycloakjumpcloud.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Writes a company as LDIF for slapadd, in a tree like JumpCloud's: users, groups and the reader side by side in {@code ou=Users}. */
final class CompanyLdif {

    static final String ORGANIZATION = "5f0c1a2b3c4d5e6f70819203";
    static final String USERS_DN = "ou=Users,o=" + ORGANIZATION + ",dc=jumpcloud,dc=com";
    static final String READER = "ldapreader";
    static final String READER_DN = "uid=" + READER + "," + USERS_DN;
    static final String READER_PASSWORD = "ldapreader-Secret01!";

    private static final int FIRST_UID_NUMBER = 5001;

    private final Company company;
    private final Writer out;

    private CompanyLdif(Company company, Writer out) {
        this.company = company;
        this.out = out;
    }

    static void write(Company company, Path file) {
        try (Writer out = Files.newBufferedWriter(file)) {
            new CompanyLdif(company, out).all();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " could not be written", e);
        }
    }

    private void all() throws IOException {
        entry("dc=jumpcloud,dc=com", "objectClass: domain", "dc: jumpcloud");
        entry("o=" + ORGANIZATION + ",dc=jumpcloud,dc=com", "objectClass: organization", "o: " + ORGANIZATION);
        entry(USERS_DN, "objectClass: organizationalUnit", "ou: Users");
        person(
                READER,
                "LDAP",
                "Reader",
                FIRST_UID_NUMBER - 1,
                List.of("entryUUID: " + UUID.nameUUIDFromBytes(new byte[0]), "userPassword: " + READER_PASSWORD));
        List<List<String>> members = new ArrayList<>();
        for (int group = 0; group < company.scale().groups(); group++) {
            members.add(new ArrayList<>());
        }
        for (int user = 0; user < company.scale().users(); user++) {
            List<String> more = new ArrayList<>();
            more.add("entryUUID: " + company.id(user));
            more.add("userPassword: " + company.password(user));
            for (int group : company.groupsOf(user)) {
                more.add("memberOf: " + groupDn(group));
                members.get(group).add("member: uid=" + company.uid(user) + "," + USERS_DN);
            }
            person(company.uid(user), company.firstName(user), company.lastName(user), FIRST_UID_NUMBER + user, more);
        }
        for (int group = 0; group < members.size(); group++) {
            List<String> lines = new ArrayList<>(List.of("objectClass: groupOfNames", "cn: " + company.group(group)));
            lines.addAll(members.get(group));
            entry(groupDn(group), lines.toArray(String[]::new));
        }
    }

    private void person(String uid, String first, String last, int number, List<String> more) throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                "objectClass: inetOrgPerson",
                "objectClass: posixAccount",
                "uid: " + uid,
                "cn: " + first + " " + last,
                "givenName: " + first,
                "sn: " + last,
                "mail: " + uid + "@example.com",
                "uidNumber: " + number,
                "gidNumber: " + number,
                "homeDirectory: /home/" + uid,
                "loginShell: /bin/bash"));
        lines.addAll(more);
        entry("uid=" + uid + "," + USERS_DN, lines.toArray(String[]::new));
    }

    private String groupDn(int group) {
        return "cn=" + company.group(group) + "," + USERS_DN;
    }

    private void entry(String dn, String... lines) throws IOException {
        out.write("dn: " + dn + "\n" + String.join("\n", lines) + "\n\n");
    }
}
