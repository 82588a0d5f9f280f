package io.github.keycloakjumpcloud.credential;

import io.github.keycloakjumpcloud.config.JumpCloudConfig;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What this node remembers of sign-ins, provider by provider; a changed configuration begins anew. Thread-safe. */
public final class SignInMemories {

    private final Map<String, Entry> entries = new ConcurrentHashMap<>();

    private record Entry(JumpCloudConfig config, SignInMemory memory) {}

    /** The memory of a component. */
    public SignInMemory of(String componentId, JumpCloudConfig config) {
        return entries.compute(
                        componentId,
                        (id, entry) -> entry != null && entry.config().equals(config)
                                ? entry
                                : new Entry(config, new SignInMemory()))
                .memory();
    }

    /** Forgets a component that is removed. */
    public void remove(String componentId) {
        entries.remove(componentId);
    }
}
