package io.github.keycloakjumpcloud.directory.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import io.github.keycloakjumpcloud.directory.Fact;
import io.github.keycloakjumpcloud.directory.Fact.Question;

/** What somebody is told who is not in the directory. */
final class UnknownUserFact implements FactProbe {

    @Override
    public Question question() {
        return Question.UNKNOWN_USER;
    }

    @Override
    public Fact look(FactLinks links) throws LdapFailure, LDAPException {
        BindAnswer answer = BindAnswer.to(links.stranger(), InventedUser.bind(links, InventedUser.anything()));
        String word = answer.code().equals(ResultCode.INVALID_CREDENTIALS) ? "invalidCredentials" : "otherResult";
        return question().answered(word, answer.toString());
    }
}
