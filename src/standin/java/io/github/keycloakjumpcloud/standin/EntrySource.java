package io.github.keycloakjumpcloud.standin;

import com.unboundid.ldap.sdk.Entry;
import java.lang.ref.SoftReference;
import java.util.function.Supplier;

/** An entry that is built anew when memory was short: 100,000 of them with all their values would not fit into a small heap. Thread-safe. */
final class EntrySource {

    private final Supplier<Entry> shape;
    private volatile SoftReference<Entry> built = new SoftReference<>(null);

    EntrySource(Supplier<Entry> shape) {
        this.shape = shape;
    }

    Entry get() {
        Entry entry = built.get();
        if (entry == null) {
            entry = shape.get();
            built = new SoftReference<>(entry);
        }
        return entry;
    }
}
