package io.github.keycloakjumpcloud.standin;

import com.unboundid.asn1.ASN1OctetString;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The paged searches under way on one connection, by cookie. Used by the connection's thread only. */
final class PagedSearches {

    private final Map<String, Rest> open = new HashMap<>();
    private long next = 1;

    /** The entries not sent yet, and how many were. */
    record Rest(List<StoredEntry> entries, int sent) {}

    ASN1OctetString keep(Rest rest) {
        String cookie = "page-" + next++;
        open.put(cookie, rest);
        return new ASN1OctetString(cookie);
    }

    @Nullable
    Rest take(ASN1OctetString cookie) {
        return open.remove(cookie.stringValue());
    }

    void clear() {
        open.clear();
    }
}
