package io.github.keycloakjumpcloud.directory.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import io.github.keycloakjumpcloud.directory.Fact;
import io.github.keycloakjumpcloud.directory.Fact.Question;

/** What becomes of a bind with a name but no password (RFC 4513, section 5.1.2), with an invented name. */
final class EmptyPasswordFact implements FactProbe {

    @Override
    public Question question() {
        return Question.EMPTY_PASSWORD;
    }

    @Override
    public Fact look(FactLinks links) throws LdapFailure, LDAPException {
        Link link = links.stranger();
        // The library would not even send it.
        link.connection().getConnectionOptions().setBindWithDNRequiresPassword(false);
        BindAnswer answer = BindAnswer.to(link, InventedUser.bind(links, ""));
        return question().answered(answer.accepted() ? "accepted" : "refused", answer.toString());
    }
}
