package io.github.keycloakjumpcloud.diagnose;

import io.github.keycloakjumpcloud.config.IdAttribute;
import io.github.keycloakjumpcloud.config.UserSettings;
import io.github.keycloakjumpcloud.directory.Directory;
import io.github.keycloakjumpcloud.directory.DirectoryUser;
import io.github.keycloakjumpcloud.directory.Lookup;
import io.github.keycloakjumpcloud.directory.ldap.SearchText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Looks for a user as a sign-in would, past what is remembered of earlier ones. Used by one thread. */
final class UserSearches {

    private final Directory directory;
    private final UserSettings settings;
    private final List<String> filters = new ArrayList<>();
    private final long begun = System.nanoTime();

    UserSearches(Directory directory, UserSettings settings) {
        this.directory = directory;
        this.settings = settings;
    }

    /** Somebody whom Keycloak does not know under this name. */
    UserSearch forStranger(String asked, boolean mayBeEmail) {
        if (!mayBeEmail) {
            return result(settings.usernameAttribute(), byUsername(asked), null);
        }
        Lookup byEmail = byEmail(asked);
        if (byEmail instanceof Lookup.Present || byEmail instanceof Lookup.Unknown) {
            return result(settings.emailAttribute(), byEmail, null);
        }
        Lookup byUsername = byUsername(asked);
        // Of two reasons why there is nobody, the one that is about an entry tells more.
        return byUsername instanceof Lookup.Present || byEmail instanceof Lookup.Absent
                ? result(settings.usernameAttribute(), byUsername, null)
                : result(settings.emailAttribute(), byEmail, null);
    }

    /** Whoever has this e-mail address. */
    UserSearch forAddress(String asked) {
        return result(settings.emailAttribute(), byEmail(asked), null);
    }

    /** A known user, by his identity: the name may be another's by now. */
    UserSearch forKnown(Account account) {
        IdAttribute idAttribute = settings.idAttribute();
        String id = account.directoryId();
        if (id == null || idAttribute == IdAttribute.AUTO) {
            return knownByName(account);
        }
        filters.add(SearchText.byId(settings, idAttribute, id));
        Lookup lookup = directory.findById(idAttribute, id);
        DirectoryUser namesake =
                lookup instanceof Lookup.Absent && byUsername(account.username()) instanceof Lookup.Present present
                        ? present.user()
                        : null;
        return result(idAttribute.ldapName(), lookup, namesake);
    }

    private UserSearch knownByName(Account account) {
        Lookup lookup = byUsername(account.username());
        boolean another = account.directoryId() != null
                && lookup instanceof Lookup.Present present
                && !present.user().id().equals(account.directoryId());
        return another
                ? result(settings.usernameAttribute(), new Lookup.Absent(), ((Lookup.Present) lookup).user())
                : result(settings.usernameAttribute(), lookup, null);
    }

    private Lookup byEmail(String address) {
        return asked(settings.emailAttribute(), address, () -> directory.findByEmail(address));
    }

    private Lookup byUsername(String username) {
        return asked(settings.usernameAttribute(), username, () -> directory.findByUsername(username));
    }

    private Lookup asked(String attribute, String value, Supplier<Lookup> question) {
        filters.add(SearchText.byName(settings, attribute, value));
        return question.get();
    }

    private UserSearch result(String attribute, Lookup lookup, @Nullable DirectoryUser namesake) {
        long millis = Duration.ofNanos(System.nanoTime() - begun).toMillis();
        return new UserSearch(filters, attribute, lookup, namesake, millis);
    }
}
