package io.github.keycloakjumpcloud.bench;

import org.jspecify.annotations.Nullable;

/** Who judges a sign-in. */
enum SignInContender {
    BUILT_IN(Contender.BUILT_IN),
    OURS(Contender.OURS),
    /** Nobody but the directory: a bind over a connection that is open already, without Keycloak. What no provider can beat. */
    BARE_BIND(null);

    private final @Nullable Contender provider;

    SignInContender(@Nullable Contender provider) {
        this.provider = provider;
    }

    /** Null where no Keycloak takes part. */
    @Nullable
    Contender provider() {
        return provider;
    }
}
