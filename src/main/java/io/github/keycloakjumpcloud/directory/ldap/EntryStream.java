package io.github.keycloakjumpcloud.directory.ldap;

import com.unboundid.ldap.sdk.AsyncRequestID;
import com.unboundid.ldap.sdk.AsyncSearchResultListener;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchResultReference;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One search whose entries are handed over one by one on the connection's own thread: nothing piles up between the server and whoever takes them in.
 * (The library's other way queues up to 50 messages of any size, and its time limit starts anew with every entry.)
 */
final class EntryStream implements AsyncSearchResultListener {

    /** The library does not tell everybody who waits that a connection is gone. */
    private static final Duration SLICE = Duration.ofMillis(250);

    private final Link link;
    private final Intake intake;
    private final Consumer<SearchResultEntry> entries;
    private final CompletableFuture<SearchResult> end = new CompletableFuture<>();
    private volatile long heardAt = System.nanoTime();

    EntryStream(Link link, Intake intake, Consumer<SearchResultEntry> entries) {
        this.link = link;
        this.intake = intake;
        this.entries = entries;
    }

    /**
     * Searches.
     *
     * @param silence longest wait between two entries
     * @param deadline end of the whole search
     * @return the server's result of whatever code, or, where more came than the intake admits, SIZE_LIMIT_EXCEEDED or NO_MEMORY; then the connection
     *     is not used again. Without entries: those were handed over
     * @throws LDAPException TIMEOUT, or what kept the request from being sent
     */
    SearchResult run(SearchRequest request, Duration silence, Deadline deadline) throws LDAPException {
        SearchRequest streamed = new SearchRequest(
                this,
                request.getControls(),
                request.getBaseDN(),
                request.getScope(),
                request.getDereferencePolicy(),
                request.getSizeLimit(),
                request.getTimeLimitSeconds(),
                request.typesOnly(),
                request.getFilter(),
                request.getAttributes());
        // The wait is bounded here; the library would start a timer thread for each connection.
        streamed.setResponseTimeoutMillis(0);
        AsyncRequestID unused = link.connection().asyncSearch(streamed);
        try {
            return await(silence, deadline);
        } finally {
            stop();
        }
    }

    @Override
    public synchronized void searchEntryReturned(SearchResultEntry entry) {
        if (end.isDone()) {
            return;
        }
        heardAt = System.nanoTime();
        ResultCode tooMuch = intake.take(entry);
        if (tooMuch != null) {
            endWith(tooMuch);
            return;
        }
        try {
            entries.accept(entry);
        } catch (RuntimeException e) {
            end.completeExceptionally(e);
        }
    }

    @Override
    public synchronized void searchReferenceReturned(SearchResultReference reference) {
        if (end.isDone()) {
            return;
        }
        heardAt = System.nanoTime();
        ResultCode tooMuch = intake.takeReference();
        if (tooMuch != null) {
            endWith(tooMuch);
        }
    }

    @Override
    public void searchResultReceived(AsyncRequestID request, SearchResult result) {
        end.complete(result);
    }

    private void endWith(ResultCode code) {
        // Nobody knows when the server stops sending.
        link.spoil();
        end.complete(new SearchResult(-1, code, null, null, null, 0, 0, null));
    }

    /** From now on nothing is handed over. */
    private synchronized void stop() {
        end.cancel(false);
    }

    private SearchResult await(Duration silence, Deadline deadline) throws LDAPException {
        Duration slice = silence.compareTo(SLICE) < 0 ? silence : SLICE;
        while (true) {
            // Asked before the wait: the news of a lost connection takes a moment to come here, if it comes.
            boolean connected = link.connection().isConnected();
            SearchResult result = poll(deadline.millisWithin(slice));
            if (result != null) {
                return result;
            }
            if (!connected) {
                throw new LDAPException(ResultCode.SERVER_DOWN, "no answer");
            }
            if (deadline.isOver() || System.nanoTime() - heardAt >= silence.toNanos()) {
                throw new LDAPException(ResultCode.TIMEOUT, "no answer");
            }
        }
    }

    private @Nullable SearchResult poll(long millis) throws LDAPException {
        try {
            return end.get(millis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LDAPException(ResultCode.LOCAL_ERROR, e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("An entry could not be taken in", e.getCause());
        }
    }
}
