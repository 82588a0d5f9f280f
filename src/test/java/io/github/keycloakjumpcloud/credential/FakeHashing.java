package io.github.keycloakjumpcloud.credential;

import io.github.keycloakjumpcloud.store.SlowHash;

/** Counts what would be slow. */
final class FakeHashing implements SlowHashing {

    int hashes;
    int checks;
    Runnable whileHashing = () -> {};

    @Override
    public SlowHash hash(String password) {
        hashes++;
        whileHashing.run();
        return new SlowHash("fake", "hash of " + password);
    }

    @Override
    public boolean matches(String password, SlowHash hash) {
        checks++;
        return hash.secretData().equals("hash of " + password);
    }
}
