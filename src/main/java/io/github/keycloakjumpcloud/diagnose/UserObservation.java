package io.github.keycloakjumpcloud.diagnose;

import io.github.keycloakjumpcloud.config.JumpCloudConfig;
import io.github.keycloakjumpcloud.credential.Refresh;
import io.github.keycloakjumpcloud.directory.Lookup;
import io.github.keycloakjumpcloud.dn.DistinguishedName;
import io.github.keycloakjumpcloud.sync.PersonForecast;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was seen of somebody who wants to sign in, before any password.
 *
 * @param asked the user name or e-mail address
 * @param enabled whether the provider is on
 * @param holder the Keycloak user who is found under what was asked for, whoever's he is
 * @param shadowed whoever has what was asked for as user name, where a sign-in leads to the one who has it as address
 * @param account this provider's user who is meant: the holder, or whoever has the identity of the entry found
 * @param forecast what bringing in the entry found would meet; {@code null} where none is found
 * @param alone whether nobody else in JumpCloud has the identity; only asked where a rename depends on it
 * @param proven whether ids mean what they meant when Keycloak got to know its users
 * @param refresh whether the next sign-in would look at the entry at all
 */
record UserObservation(
        String asked,
        boolean enabled,
        JumpCloudConfig config,
        @Nullable Account holder,
        @Nullable Account shadowed,
        @Nullable Account account,
        UserSearch search,
        @Nullable PersonForecast forecast,
        boolean alone,
        boolean proven,
        Refresh refresh) {

    Lookup lookup() {
        return search.lookup();
    }

    /** Why a step that is about an entry has none to look at: a message key. */
    String whyNoEntry() {
        if (lookup() instanceof Lookup.Unknown) {
            return "jumpcloud.explain.skipped.unanswered";
        }
        if (lookup() instanceof Lookup.Ambiguous) {
            return "jumpcloud.explain.skipped.ambiguous";
        }
        return lookup() instanceof Lookup.Unusable
                ? "jumpcloud.explain.skipped.unusable"
                : "jumpcloud.explain.skipped.notFound";
    }

    /** Whether a sign-in goes by the password alone, whatever the entry says. */
    boolean passwordDecides() {
        String stored = account == null ? null : account.dn();
        return !(refresh instanceof Refresh.Due) && stored != null && !isReader(stored);
    }

    /** Whether the name leads to somebody whose password JumpCloud is never asked about. */
    boolean isForeign() {
        return holder != null && !holder.isOurs();
    }

    /** Whether the entry found is a known user's at another DN or under another name. */
    boolean isMoved(Account known, Lookup.Present present) {
        return isElsewhere(known, present) || !present.user().username().equalsIgnoreCase(known.username());
    }

    /** Whether the entry found is a known user's at another DN. */
    boolean isElsewhere(Account known, Lookup.Present present) {
        return known.dn() == null
                || !DistinguishedName.keyOf(present.user().dn()).equals(DistinguishedName.keyOf(known.dn()));
    }

    /** Whether a DN is that of the account that searches, and that is no person. */
    boolean isReader(String dn) {
        return !config.users().importBindUser()
                && DistinguishedName.keyOf(dn)
                        .equals(DistinguishedName.keyOf(config.connection().bindDn()));
    }
}
