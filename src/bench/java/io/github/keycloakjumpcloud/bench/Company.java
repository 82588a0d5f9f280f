package io.github.keycloakjumpcloud.bench;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;

/** Made-up people and groups, the same ones every time. */
record Company(Scale scale, DirectoryState state) implements People {

    private static final int CHANGED_USERS_EVERY = 100;
    private static final int CHANGED_MEMBERS_EVERY = 10;

    private static final List<String> FIRST = List.of(
            "Anna", "Ben", "Clara", "David", "Elena", "Felix", "Greta", "Hugo", "Ida", "Jonas", "Karla", "Leo", "Maria",
            "Nils", "Olivia", "Paul", "Rosa", "Simon", "Tara", "Victor");
    private static final List<String> LAST = List.of(
            "Adams", "Baker", "Carter", "Dixon", "Ellis", "Foster", "Graham", "Hughes", "Irving", "Jenkins", "Keller",
            "Lawson", "Morgan");

    String firstName(int user) {
        return FIRST.get(user % FIRST.size());
    }

    String lastName(int user) {
        String last = LAST.get(user / FIRST.size() % LAST.size());
        boolean changed = state != DirectoryState.FIRST && user % CHANGED_USERS_EVERY == 0;
        return changed ? last + "-Married" : last;
    }

    /** Of the name at first: nobody is renamed. */
    String uid(int user) {
        String last = LAST.get(user / FIRST.size() % LAST.size());
        return (firstName(user) + "." + last).toLowerCase(Locale.ROOT) + (user + 1);
    }

    @Override
    public String name(int person) {
        return uid(person);
    }

    @Override
    public String password(int person) {
        return uid(person) + "-Secret01!";
    }

    UUID id(int user) {
        return UUID.nameUUIDFromBytes(uid(user).getBytes(StandardCharsets.UTF_8));
    }

    String group(int group) {
        return String.format(Locale.ROOT, "Team %04d", group + 1);
    }

    /** The groups of a user: neighbours, of which some may have moved half way round. */
    List<Integer> groupsOf(int user) {
        return IntStream.range(0, scale.each())
                .mapToObj(number -> groupOf(user * scale.each() + number))
                .toList();
    }

    private int groupOf(int membership) {
        int group = membership % scale.groups();
        int placeInGroup = membership / scale.groups();
        boolean moved =
                state == DirectoryState.MEMBERSHIPS_CHANGED && (placeInGroup + group) % CHANGED_MEMBERS_EVERY == 0;
        return moved ? (group + scale.groups() / 2) % scale.groups() : group;
    }
}
