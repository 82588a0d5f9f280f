package io.github.keycloakjumpcloud.bench;

/** Sign-ins that nobody measures, until a server is as fast as one that has run for days. */
record WarmUp(SignInRealm realm, RestingServer server) {

    /** Between rounds the compilers catch up; what they compiled is what the next round shows them how to improve. */
    private static final int ROUND = 500;

    void with(SignInKind kind, int signIns) {
        for (int left = signIns; left > 0; left -= ROUND) {
            realm.warmUp(kind, Math.min(ROUND, left));
            server.await();
        }
    }
}
