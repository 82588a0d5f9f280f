package io.github.keycloakjumpcloud.directory.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import io.github.keycloakjumpcloud.directory.Fact;

/** Answers one question by looking at a server. Writes nothing and tries nobody's password but the reader's own. */
interface FactProbe {

    Fact.Question question();

    /** Looks; what is thrown makes the answer unknown. */
    Fact look(FactLinks links) throws LdapFailure, LDAPException;
}
