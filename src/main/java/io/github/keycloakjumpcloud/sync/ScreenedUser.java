package io.github.keycloakjumpcloud.sync;

import io.github.keycloakjumpcloud.directory.DirectoryUser;
import io.github.keycloakjumpcloud.directory.RejectedEntry;
import io.github.keycloakjumpcloud.store.LocalUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A user without the values that Keycloak would refuse.
 *
 * @param user what is left, or {@code null} where nothing can be
 * @param reason why nothing can be, otherwise empty
 * @param notes what was taken away, each with the reason
 */
record ScreenedUser(@Nullable DirectoryUser user, String reason, List<RejectedEntry> notes) {

    /** The directory id is looked up by value, which Keycloak can do up to here. */
    private static final int LONGEST_ID = 255;

    static ScreenedUser of(DirectoryUser user, @Nullable LocalUser known, ValueFaults faults) {
        if (user.id().length() > LONGEST_ID
                || user.id().indexOf('\0') >= 0
                || user.dn().indexOf('\0') >= 0) {
            return refused("its id or name in the directory has more than " + LONGEST_ID
                    + " characters or the character U+0000; choose another id attribute or change it in JumpCloud");
        }
        List<RejectedEntry> notes = new ArrayList<>();
        String username = user.username();
        Optional<String> fault = faults.fault("username", List.of(username));
        if (fault.isPresent()) {
            if (known == null) {
                return refused("its user name " + fault.get());
            }
            notes.add(new RejectedEntry(user.dn(), "its user name " + fault.get() + "; it keeps the old one"));
            username = known.username();
        }
        Single single = new Single(user.dn(), faults, notes);
        DirectoryUser screened = new DirectoryUser(
                user.id(),
                user.dn(),
                username,
                single.accepted("email", "e-mail address", user.email()),
                single.accepted("firstName", "first name", user.firstName()),
                single.accepted("lastName", "last name", user.lastName()),
                attributes(user, faults, notes),
                user.groupKeys());
        return new ScreenedUser(screened, "", notes);
    }

    private static Map<String, List<String>> attributes(
            DirectoryUser user, ValueFaults faults, List<RejectedEntry> notes) {
        Map<String, List<String>> accepted = new TreeMap<>(user.attributes());
        new TreeMap<>(user.attributes())
                .forEach((name, values) -> faults.fault(name, values).ifPresent(fault -> {
                    accepted.remove(name);
                    notes.add(new RejectedEntry(
                            user.dn(), "its attribute '" + name + "' " + fault + "; it comes in without"));
                }));
        return accepted;
    }

    private static ScreenedUser refused(String reason) {
        return new ScreenedUser(null, reason, List.of());
    }

    private record Single(String dn, ValueFaults faults, List<RejectedEntry> notes) {

        @Nullable
        String accepted(String attribute, String label, @Nullable String value) {
            if (value == null) {
                return null;
            }
            Optional<String> fault = faults.fault(attribute, List.of(value));
            fault.ifPresent(reason ->
                    notes.add(new RejectedEntry(dn, "its " + label + " " + reason + "; it comes in without")));
            return fault.isPresent() ? null : value;
        }
    }
}
