package io.github.keycloakjumpcloud.directory.ldap;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchScope;
import io.github.keycloakjumpcloud.directory.Fact;
import io.github.keycloakjumpcloud.directory.Fact.Question;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** When the server closes a connection that nobody uses. Takes as long as it takes. */
final class IdleFact implements FactProbe {

    private final Duration longest;

    /** @param longest when to give up */
    IdleFact(Duration longest) {
        this.longest = longest;
    }

    static Fact notWaitedFor() {
        return Question.IDLE.unknown("not waited for");
    }

    @Override
    public Question question() {
        return Question.IDLE;
    }

    /** On the reader's connection, as the last thing that is done with it. */
    @Override
    public Fact look(FactLinks links) throws LdapFailure, LDAPException {
        Link link = links.reader().get();
        CountDownLatch closed = new CountDownLatch(1);
        link.connection()
                .getConnectionOptions()
                .setDisconnectHandler((connection, host, port, type, message, cause) -> closed.countDown());
        long start = System.nanoTime();
        try {
            if (link.isOpen() && !closed.await(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                return afterwards(links, link);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return question().unknown("interrupted");
        }
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
        return question().answered("closed", "by the server after about " + seconds + " s");
    }

    /** A connection may look open of which somebody in between knows no more. */
    private Fact afterwards(FactLinks links, Link link) {
        String when = " after " + longest.toSeconds() + " s";
        try {
            SearchResult unused = links.ask(
                    link,
                    new SearchRequest(
                            "",
                            SearchScope.BASE,
                            Filter.createPresenceFilter("objectClass"),
                            SearchRequest.NO_ATTRIBUTES));
        } catch (LDAPException e) {
            if (e.getResultCode().isClientSideResultCode()) {
                return question().answered("lost", "no answer" + when + ", and no word that it is closed");
            }
        }
        return question().answered("open", "still answers" + when);
    }
}
