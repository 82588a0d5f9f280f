package io.github.keycloakjumpcloud.standin;

/** The second organization: a handful of users, some with the same usernames as in the first, to show that organizations do not mix. */
final class OtherCompany {

    private OtherCompany() {}

    static void fill(StandInDirectory directory) {
        Company.fillReader(directory);
        directory
                .addUser(StandInUser.of("jane.doe", "Janet", "Doering").with("mail", "janet.doering@other.example"))
                .addUser(StandInUser.of("tom.baker", "Thomas", "Baker").with("mail", "thomas.baker@other.example"))
                .addUser(StandInUser.of("olga.stern", "Olga", "Stern").with("mail", "olga.stern@other.example"))
                .addUser(StandInUser.of("pete.other", "Pete", "Other").with("mail", "pete.other@other.example"))
                .addGroup("Engineering", "jane.doe", "tom.baker")
                .addGroup("Everyone Else", "olga.stern", "pete.other");
    }
}
