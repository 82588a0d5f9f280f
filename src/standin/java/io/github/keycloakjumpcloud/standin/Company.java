package io.github.keycloakjumpcloud.standin;

/**
 * The readable company: about 40 people and 8 groups in LDAP, with every odd case that JumpCloud allows. Each odd case has one user named after
 * it in the comments below, so that tests can rely on the names.
 */
final class Company {

    /** A username of 64 characters. */
    static final String LONG_UID = "maximiliane.von.und.zu.hohenstein-oberbergenstadt.der.juengere.x";

    private Company() {}

    static void fillReader(StandInDirectory directory) {
        directory.addUser(StandInUser.of(JumpCloudStandIn.READER, "LDAP", "Reader")
                .with("mail", "ldap-reader@example.com")
                .withBindDn(true));
    }

    static void fill(StandInDirectory directory) {
        fillReader(directory);
        addOrdinaryPeople(directory);
        addOddNames(directory);
        addOddAddresses(directory);
        addOddStates(directory);
        addGroups(directory);
    }

    private static void addOrdinaryPeople(StandInDirectory directory) {
        directory.addUser(StandInUser.of("jane.doe", "Jane", "Doe")
                .with("initials", "Q")
                .with("displayName", "Janie")
                .with("gecos", "Jane Doe")
                .with("description", "hired 2024")
                .with("employeeNumber", "E-1007")
                .with("employeeType", "Full Time")
                .with("title", "Engineer")
                .with("departmentNumber", "R&D")
                .with("businessCategory", "CC-42")
                .with("company", "Example GmbH")
                .with("physicalDeliveryOfficeName", "Vienna")
                .with("l", "Vienna")
                .with("telephoneNumber", "+43 1 5550100")
                .with("mobile", "+43 660 5550101")
                .with("homePhone", "+43 1 5550102")
                .with("facsimileTelephoneNumber", "+43 1 5550103")
                .with("pager", "+43 660 5550104")
                .with("postalCode", "1010")
                .with("postOfficeBox", "17")
                .with("postalAddress", "1 Example Street$Vienna$AT")
                .with("sshKey", "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIExampleExampleExampleExampleExampleExam jane"));
        String[][] people = {
            {"tom.baker", "Tom", "Baker", "Engineer"},
            {"lisa.wong", "Lisa", "Wong", "Engineer"},
            {"omar.haddad", "Omar", "Haddad", "Engineer"},
            {"ingrid.solberg", "Ingrid", "Solberg", "Engineering Manager"},
            {"carlos.mendes", "Carlos", "Mendes", "Accountant"},
            {"priya.nair", "Priya", "Nair", "Controller"},
            {"george.hill", "George", "Hill", "Sales Representative"},
            {"nadia.petrova", "Nadia", "Petrova", "Sales Representative"},
            {"mark.evans", "Mark", "Evans", "Head of Sales"},
            {"sofia.rossi", "Sofia", "Rossi", "Marketing Specialist"},
            {"daniel.kim", "Daniel", "Kim", "Support Engineer"},
            {"helen.clark", "Helen", "Clark", "Support Engineer"},
            {"ahmed.farouk", "Ahmed", "Farouk", "Support Engineer"},
            {"julia.novak", "Julia", "Novak", "Recruiter"},
            {"peter.lang", "Peter", "Lang", "Office Manager"},
            {"emily.stone", "Emily", "Stone", "Data Analyst"},
            {"victor.hugo", "Victor", "Hugo", "Technical Writer"},
            {"laura.bianchi", "Laura", "Bianchi", "Designer"},
        };
        for (String[] person : people) {
            directory.addUser(StandInUser.of(person[0], person[1], person[2])
                    .with("displayName", person[1] + " " + person[2])
                    .with("title", person[3]));
        }
        // A person, not a service account, who is an LDAP Bind DN user as well.
        directory.addUser(StandInUser.of("alice.admin", "Alice", "Admin").withBindDn(true));
        // In no group at all: bound to the LDAP directory directly.
        directory.addUser(StandInUser.of("nora.lone", "Nora", "Lone"));
    }

    private static void addOddNames(StandInDirectory directory) {
        directory.addUser(StandInUser.of("juergen.mueller", "Jürgen", "Müller"));
        directory.addUser(StandInUser.of("sean.obrien", "Seán", "O'Brien"));
        directory.addUser(StandInUser.of("zoe.garcia", "Zoë", "García-Núñez"));
        directory.addUser(StandInUser.of("hanako.suzuki", "花子", "鈴木"));
        directory.addUser(StandInUser.of(LONG_UID, "Maximiliane", "von und zu Hohenstein-Oberbergenstadt"));
        // Characters that need escaping in a DN and in a filter.
        directory.addUser(StandInUser.of("smith(ext)", "John", "Smith").with("mail", "john.smith.ext@example.com"));
        directory.addUser(StandInUser.of("no.givenname", "", "Madonna").without("givenName"));
        // inetOrgPerson requires sn; JumpCloud does not require a last name.
        directory.addUser(StandInUser.of("no.surname", "Prince", "").without("sn"));
        directory.addUser(
                StandInUser.of("no.names", "", "").without("givenName").without("sn"));
        directory.addUser(StandInUser.of("samba.user", "Sam", "Share").withSamba());
    }

    private static void addOddAddresses(StandInDirectory directory) {
        directory.addUser(StandInUser.of("no.mail", "Nelly", "Mailless").without("mail"));
        directory.addUser(StandInUser.of("two.mails", "Tina", "Twice")
                .with("mail", "tina.twice@example.com", "t.twice@example.com"));
        directory.addUser(StandInUser.of("same.mail1", "Sam", "Firstman").with("mail", "shared.box@example.com"));
        directory.addUser(StandInUser.of("same.mail2", "Sue", "Secondwoman").with("mail", "Shared.Box@example.com"));
        directory.addUser(StandInUser.of("upper.mail", "Ursula", "Upper").with("mail", "Ursula.UPPER@Example.COM"));
    }

    private static void addOddStates(StandInDirectory directory) {
        directory.addUser(StandInUser.of("locked.out", "Larry", "Locked")).lock("locked.out");
        directory.addUser(StandInUser.of("expired.pw", "Eve", "Expired")).expirePassword("expired.pw");
        directory.addUser(StandInUser.of("suspended.user", "Stan", "Suspended")).suspend("suspended.user");
        directory.addUser(StandInUser.of("pending.user", "Paula", "Pending").withoutPassword());
    }

    private static void addGroups(StandInDirectory directory) {
        directory
                .addGroup(
                        "Engineering",
                        "tom.baker",
                        "jane.doe",
                        "omar.haddad",
                        "lisa.wong",
                        "ingrid.solberg",
                        "juergen.mueller")
                .addGroup("Something (Special)", "jane.doe", "priya.nair", "sean.obrien")
                .addGroup("Vertrieb & Märkte", "george.hill", "nadia.petrova", "mark.evans", "sofia.rossi")
                .addGroup("Finance, Vienna", "carlos.mendes", "priya.nair")
                .addGroup("C++ Guild", "jane.doe", "tom.baker", "zoe.garcia")
                .addGroup("#ops", "daniel.kim", "helen.clark", "ahmed.farouk", "locked.out", "expired.pw")
                .addGroup("wayk-users", "alice.admin", "jane.doe", "peter.lang")
                .addGroup(
                        "Odd Cases",
                        "no.mail",
                        "two.mails",
                        "same.mail1",
                        "same.mail2",
                        "upper.mail",
                        "suspended.user",
                        "pending.user",
                        "no.surname",
                        "no.givenname",
                        "no.names",
                        LONG_UID,
                        "smith(ext)")
                // Neither of these two is in LDAP: the one has no members, the other is not bound to the directory.
                .addGroup("Empty Group")
                .addGroup("Not In LDAP", "julia.novak", "emily.stone")
                .setGroupBound("Not In LDAP", false)
                // "Create Linux group for this user group" beside Engineering; its name must differ from the LDAP
                // group's.
                .addPosixGroup("engineering-linux", 7001, "tom.baker", "jane.doe", "omar.haddad")
                .addSambaDomain("WORKGROUP");
    }
}
