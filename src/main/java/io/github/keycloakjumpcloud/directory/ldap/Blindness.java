package io.github.keycloakjumpcloud.directory.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import io.github.keycloakjumpcloud.config.JumpCloudConfig;
import io.github.keycloakjumpcloud.directory.Problem;
import io.github.keycloakjumpcloud.dn.DistinguishedName;
import java.util.Optional;

/**
 * Finds out why a search shows nothing. JumpCloud answers noSuchObject, or success without entries, to an account that may bind but not search
 * ("Enable as LDAP Bind DN" is missing; reported for Rancher, Gogs and others), which looks exactly like a wrong base DN or an empty directory.
 */
final class Blindness {

    private final JumpCloudConfig config;

    Blindness(JumpCloudConfig config) {
        this.config = config;
    }

    /** After noSuchObject for {@code dn}; at most one request. */
    Problem ofMissing(String dn, Link link, long limitMillis) throws LDAPException {
        return seesItself(link, limitMillis) ? Problem.of(Problem.Kind.BASE_NOT_FOUND, dn) : cannotSearch();
    }

    /** After a complete search for users that found none; at most one request. */
    Problem ofEmpty(Link link, long limitMillis) throws LDAPException {
        if (!seesItself(link, limitMillis)) {
            return cannotSearch();
        }
        return Problem.of(Problem.Kind.NO_USERS, config.users().usersDn(), UserFilter.describe(config.users()));
    }

    /** After a complete search that did not show somebody who was there before; at most one request. */
    Optional<Problem> ofAbsent(Link link, long limitMillis) throws LDAPException {
        return seesItself(link, limitMillis) ? Optional.empty() : Optional.of(cannotSearch());
    }

    /** Whoever may search sees its own entry; a reader outside the base DN says nothing either way and gets the benefit of the doubt. */
    private boolean seesItself(Link link, long limitMillis) throws LDAPException {
        String reader = config.connection().bindDn();
        boolean within = DistinguishedName.parse(reader)
                .flatMap(dn -> DistinguishedName.parse(config.baseDn()).map(dn::isWithin))
                .orElse(false);
        return !within || Searches.sees(link, reader, limitMillis);
    }

    private Problem cannotSearch() {
        return Problem.of(Problem.Kind.READER_CANNOT_SEARCH, config.connection().bindDn());
    }
}
