package io.github.keycloakjumpcloud.faults;

import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import io.github.keycloakjumpcloud.standin.StandInUser;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Everybody who will sign in. Regulars come again and again, but never twice at the same time, which Keycloak's brute-force detection would refuse;
 * all others come once: whoever typed a wrong password is locked out. Thread-safe.
 */
final class Cast {

    /** Twenty seconds' worth at twenty a second. */
    static final int REGULARS = 400;

    private final Map<Role, Queue<Person>> waiting = new EnumMap<>(Role.class);

    private Cast() {
        for (Role role : Role.values()) {
            waiting.put(role, new ConcurrentLinkedQueue<>());
        }
    }

    /** Of people who are in the directory and imported; newcomers join the directory now. */
    static Cast of(JumpCloudStandIn jumpCloud, int newcomers, int nobodies) {
        Cast cast = new Cast();
        List<String> names = jumpCloud.directory().usernames().stream()
                .filter(name -> !name.equals(jumpCloud.readerName()))
                .toList();
        names.subList(0, REGULARS).forEach(name -> cast.add(Role.REGULAR, name, jumpCloud.passwordOf(name)));
        names.subList(REGULARS, names.size()).forEach(name -> cast.add(Role.FORGETFUL, name, "wrong-" + name));
        for (int number = 1; number <= newcomers; number++) {
            String name = "newcomer" + number;
            jumpCloud.directory().addUser(StandInUser.of(name, "New", "Comer" + number));
            cast.add(Role.NEWCOMER, name, jumpCloud.passwordOf(name));
        }
        for (int number = 1; number <= nobodies; number++) {
            cast.add(Role.NOBODY, "nobody" + number, "some-password");
        }
        return cast;
    }

    private void add(Role role, String name, String password) {
        queue(role).add(new Person(role, name, password));
    }

    /** Who comes next; {@code null} where all are busy or have had their turn. */
    @Nullable
    Person next(Role role) {
        return queue(role).poll();
    }

    /** Lets him come again where he may. */
    void done(Person person) {
        if (person.role() == Role.REGULAR) {
            queue(Role.REGULAR).add(person);
        }
    }

    /** All regulars who are not signing in. */
    List<Person> regulars() {
        return List.copyOf(queue(Role.REGULAR));
    }

    private Queue<Person> queue(Role role) {
        return waiting.getOrDefault(role, new ConcurrentLinkedQueue<>());
    }
}
