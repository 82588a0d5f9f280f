package io.github.keycloakjumpcloud.standin;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.SearchScope;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one tenant shows in LDAP, with equality indexes. Not the SDK's in-memory directory: that one indexes only entries which pass its schema,
 * serializes all searches on one lock and repeats the whole search for every page. Thread-safe.
 */
final class EntryStore {

    private final Map<String, StoredEntry> entries = new LinkedHashMap<>();
    private final Map<String, Map<String, Set<StoredEntry>>> index = new HashMap<>();

    synchronized void put(StoredEntry entry) {
        // Out of the index first: entries are equal by DN, so the old one would keep the new one out.
        StoredEntry old = entries.put(entry.key(), entry);
        if (old != null) {
            forget(old);
        }
        entry.indexed().forEach((attribute, values) -> {
            Map<String, Set<StoredEntry>> byValue = index.computeIfAbsent(attribute, a -> new HashMap<>());
            values.forEach(value ->
                    byValue.computeIfAbsent(value, v -> new LinkedHashSet<>(2)).add(entry));
        });
    }

    synchronized void remove(String key) {
        StoredEntry old = entries.remove(key);
        if (old != null) {
            forget(old);
        }
    }

    synchronized @Nullable StoredEntry get(String key) {
        return entries.get(key);
    }

    List<StoredEntry> search(String base, SearchScope scope, Filter filter, FilterMatcher matcher) {
        return candidates(base, scope, filter).stream()
                .filter(entry -> entry.inScope(base, scope) && matcher.matches(filter, entry))
                .toList();
    }

    private synchronized List<StoredEntry> candidates(String base, SearchScope scope, Filter filter) {
        if (scope.equals(SearchScope.BASE)) {
            StoredEntry only = entries.get(base);
            return only == null ? List.of() : List.of(only);
        }
        Collection<StoredEntry> narrowed = narrow(filter);
        return List.copyOf(narrowed == null ? entries.values() : narrowed);
    }

    /** The smallest set that the index offers; null when the index cannot help. */
    private @Nullable Collection<StoredEntry> narrow(Filter filter) {
        return switch (filter.getFilterType()) {
            case Filter.FILTER_TYPE_EQUALITY -> equal(filter);
            case Filter.FILTER_TYPE_AND -> smallest(filter.getComponents());
            case Filter.FILTER_TYPE_OR -> union(filter.getComponents());
            default -> null;
        };
    }

    private @Nullable Collection<StoredEntry> equal(Filter filter) {
        String attribute = Tenant.key(filter.getAttributeName());
        if (!EntryIndexer.indexes(attribute)) {
            return null;
        }
        String value = EntryIndexer.normalize(attribute, new ASN1OctetString(filter.getAssertionValueBytes()));
        return value == null
                ? Set.of()
                : index.getOrDefault(attribute, Map.of()).getOrDefault(value, Set.of());
    }

    private @Nullable Collection<StoredEntry> smallest(Filter[] parts) {
        Collection<StoredEntry> best = null;
        for (Filter part : parts) {
            Collection<StoredEntry> found = narrow(part);
            if (found != null && (best == null || found.size() < best.size())) {
                best = found;
            }
        }
        return best;
    }

    private @Nullable Collection<StoredEntry> union(Filter[] parts) {
        Set<StoredEntry> all = new LinkedHashSet<>();
        for (Filter part : parts) {
            Collection<StoredEntry> found = narrow(part);
            if (found == null) {
                return null;
            }
            all.addAll(found);
        }
        return all;
    }

    private void forget(StoredEntry old) {
        old.indexed().forEach((attribute, values) -> {
            Map<String, Set<StoredEntry>> byValue = index.getOrDefault(attribute, Map.of());
            for (String value : values) {
                Set<StoredEntry> found = byValue.get(value);
                if (found != null && found.remove(old) && found.isEmpty()) {
                    byValue.remove(value);
                }
            }
        });
    }
}
