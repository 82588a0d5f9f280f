package io.github.keycloakjumpcloud.observe;

/** The names of all meters and of their tags; docs/metrics.md explains each. */
final class MeterNames {

    static final String PREFIX = "keycloak.jumpcloud.";

    static final String RUNS = PREFIX + "runs";
    static final String RUN_DURATION = PREFIX + "run.duration";
    static final String ACTIONS = PREFIX + "actions";
    static final String LAST_SUCCESS = PREFIX + "last.success.timestamp";
    static final String SYNC_PERIOD = PREFIX + "sync.period";
    static final String HELD_REMOVALS = PREFIX + "held.removals";
    static final String SIGN_INS = PREFIX + "signins";
    static final String BINDS = PREFIX + "binds";
    static final String LOOKUPS = PREFIX + "lookups";
    static final String READS = PREFIX + "reads";
    static final String SERVER_UP = PREFIX + "server.up";
    static final String POOL_CONNECTIONS = PREFIX + "pool.connections";

    static final String SECONDS = "seconds";

    static final String ACTION = "action";
    static final String DRY_RUN = "dry_run";
    static final String OUTCOME = "outcome";
    static final String PURPOSE = "purpose";
    static final String RESULT = "result";
    static final String SERVER = "server";
    static final String STATE = "state";
    static final String TRIGGER = "trigger";

    private MeterNames() {}
}
