package io.github.keycloakjumpcloud.standin;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Made-up users and groups of any number, the same ones every time: user {@code i} is in groups {@code i*m, i*m+1, ...} modulo the number of
 * groups, so that all groups have about the same size.
 *
 * @param users number of users besides the reader
 * @param groups number of groups besides the large one and the busy user's
 * @param memberships groups per user, at most {@code groups}
 * @param largeGroup members of the extra group "All Staff"; 0 for none
 * @param busyUser extra groups "Project 001"... that the first user is in; 0 for none
 */
record GeneratedCompany(int users, int groups, int memberships, int largeGroup, int busyUser) {

    private static final List<String> FIRST = List.of(
            "Anna", "Ben", "Clara", "David", "Elena", "Felix", "Greta", "Hugo", "Ida", "Jonas", "Karla", "Leo", "Maria",
            "Nils", "Olivia", "Paul", "Rosa", "Simon", "Tara", "Victor");
    private static final List<String> LAST = List.of(
            "Adams",
            "Baker",
            "Carter",
            "Dixon",
            "Ellis",
            "Foster",
            "Graham",
            "Hughes",
            "Irving",
            "Jenkins",
            "Keller",
            "Lawson",
            "Morgan",
            "Nolan",
            "Owens",
            "Parker",
            "Quinn",
            "Russell",
            "Sutton",
            "Turner",
            "Underwood",
            "Vaughn",
            "Walker",
            "Young");

    GeneratedCompany {
        if (users < 0 || groups < 0 || memberships > groups || largeGroup > users || (busyUser > 0 && users == 0)) {
            throw new IllegalArgumentException("memberships cannot exceed groups, nor the large group the users");
        }
    }

    void fill(StandInDirectory directory) {
        Company.fillReader(directory);
        List<List<String>> members = new ArrayList<>();
        for (int group = 0; group < groups; group++) {
            members.add(new ArrayList<>());
        }
        List<String> all = new ArrayList<>();
        for (int i = 0; i < users; i++) {
            StandInUser user = user(i);
            directory.addUser(user);
            all.add(user.uid());
            for (int j = 0; j < memberships; j++) {
                members.get((int) (((long) i * memberships + j) % groups)).add(user.uid());
            }
        }
        for (int group = 0; group < groups; group++) {
            directory.addGroup(name("Team", group), members.get(group).toArray(String[]::new));
        }
        if (largeGroup > 0) {
            directory.addGroup("All Staff", all.subList(0, largeGroup).toArray(String[]::new));
        }
        for (int project = 0; project < busyUser; project++) {
            directory.addGroup(name("Project", project), all.get(0));
        }
    }

    private static StandInUser user(int i) {
        String first = FIRST.get(i % FIRST.size());
        String last = LAST.get(i / FIRST.size() % LAST.size());
        int round = i / (FIRST.size() * LAST.size());
        String uid = (first + "." + last).toLowerCase(Locale.ROOT) + (round == 0 ? "" : round + 1);
        return StandInUser.of(uid, first, last);
    }

    private static String name(String kind, int number) {
        return String.format(Locale.ROOT, "%s %03d", kind, number + 1);
    }
}
