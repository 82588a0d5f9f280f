package io.github.keycloakjumpcloud.directory.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import io.github.keycloakjumpcloud.directory.Fact;
import io.github.keycloakjumpcloud.directory.Fact.Question;
import io.github.keycloakjumpcloud.directory.Inspection.Paging;

/** Whether the server stops at a limit of its own, and whether pages lead further. */
final class SizeLimitFact implements FactProbe {

    @Override
    public Question question() {
        return Question.SIZE_LIMIT;
    }

    @Override
    public Fact look(FactLinks links) throws LdapFailure, LDAPException {
        UserSample users = UserSample.take(links.reader().get(), links.config(), links.steps());
        Paging paging = new PagingCheck(links.reader(), links.config(), links.steps()).run(users);
        String offered = paging.offered() ? "; pages are offered" : "; pages are not offered";
        return switch (paging.reach()) {
            case WHOLE ->
                question()
                        .answered(
                                "noneSeen",
                                "everybody came in one answer, " + FactText.about(paging.delivered()) + offered);
            case COUNTED ->
                question().answered("noneSeen", UserSample.MOST + " entries came in one answer, as asked" + offered);
            case PAGED -> question().answered("perPage", "at " + paging.delivered() + " entries; pages lead further");
            case CUT -> question().answered("overall", "at " + paging.delivered() + " entries" + offered);
        };
    }
}
