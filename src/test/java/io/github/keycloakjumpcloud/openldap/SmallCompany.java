package io.github.keycloakjumpcloud.openldap;

/** Five people, a reader and two groups, in a tree like JumpCloud's. Everybody's password is the user name with {@code -Secret01!} behind. */
final class SmallCompany {

    private static final String[][] PEOPLE = {
        {"ldapreader", "LDAP", "Reader"},
        {"anna.lund", "Anna", "Lund"},
        {"bert.moss", "Bert", "Moss"},
        {"cleo.park", "Cleo", "Park"},
        {"dora.quist", "Dora", "Quist"},
        {"emil.roth", "Emil", "Roth"},
    };

    private SmallCompany() {}

    static String ldif(String organizationId) {
        String users = "ou=Users,o=" + organizationId + ",dc=jumpcloud,dc=com";
        StringBuilder ldif = new StringBuilder();
        for (int i = 0; i < PEOPLE.length; i++) {
            ldif.append(person(users, PEOPLE[i], 5001 + i));
        }
        ldif.append(group(users, "engineering", "anna.lund", "bert.moss", "cleo.park"));
        ldif.append(group(users, "sales", "cleo.park", "dora.quist"));
        return ldif.toString();
    }

    private static String person(String users, String[] person, int uidNumber) {
        String uid = person[0];
        return String.join(
                "\n",
                "dn: uid=" + uid + "," + users,
                "objectClass: inetOrgPerson",
                "objectClass: posixAccount",
                "uid: " + uid,
                "cn: " + person[1] + " " + person[2],
                "givenName: " + person[1],
                "sn: " + person[2],
                "mail: " + uid + "@example.com",
                "uidNumber: " + uidNumber,
                "gidNumber: " + uidNumber,
                "homeDirectory: /home/" + uid,
                "userPassword: " + uid + "-Secret01!",
                "",
                "");
    }

    private static String group(String users, String name, String... members) {
        StringBuilder ldif =
                new StringBuilder("dn: cn=" + name + "," + users + "\nobjectClass: groupOfNames\ncn: " + name + "\n");
        for (String member : members) {
            ldif.append("member: uid=").append(member).append(',').append(users).append('\n');
        }
        return ldif.append('\n').toString();
    }
}
