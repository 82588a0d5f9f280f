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
        Link link = links.reader().get();
        try {
            UserSample users = UserSample.take(link, links.config(), links.steps());
            PagingCheck check = new PagingCheck(links.reader(), links.config(), links.steps());
            return judge(check.run(users), check);
        } catch (LDAPException e) {
            throw FactLinks.late(link, e);
        }
    }

    private Fact judge(Paging paging, PagingCheck check) throws LdapFailure, LDAPException {
        String offered = paging.offered() ? "; pages are announced" : "; pages are not announced";
        return switch (paging.reach()) {
            case WHOLE ->
                question()
                        .answered(
                                "noneSeen",
                                "everybody came in one answer, " + FactText.about(paging.delivered()) + offered);
            case COUNTED ->
                question().answered("noneSeen", UserSample.MOST + " entries came in one answer, as asked" + offered);
            case PAGED ->
                question().answered("perPage", "at " + paging.delivered() + " entries; pages lead further" + offered);
            case CUT -> cut(paging, check, offered);
        };
    }

    /** A server whose root DSE is hidden may page all the same. */
    private Fact cut(Paging paging, PagingCheck check, String offered) throws LdapFailure, LDAPException {
        String at = "at " + paging.delivered() + " entries";
        return !paging.offered() && pages(paging, check)
                ? question().answered("perPage", at + "; pages lead further" + offered)
                : question().answered("overall", at + "; pages were tried and lead no further" + offered);
    }

    private static boolean pages(Paging paging, PagingCheck check) throws LdapFailure, LDAPException {
        try {
            return check.goesBeyond(paging.delivered());
        } catch (LDAPException e) {
            FactText.answered(e);
            return false;
        }
    }
}
