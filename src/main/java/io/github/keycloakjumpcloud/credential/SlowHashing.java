package io.github.keycloakjumpcloud.credential;

import io.github.keycloakjumpcloud.store.SlowHash;

/** Slow, salted hashing of passwords. */
public interface SlowHashing {

    /** A new hash, with a salt of its own. */
    SlowHash hash(String password);

    /** Whether the hash is this password's; false too where its algorithm is no longer known. */
    boolean matches(String password, SlowHash hash);
}
