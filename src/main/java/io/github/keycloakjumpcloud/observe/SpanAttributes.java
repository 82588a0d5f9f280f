package io.github.keycloakjumpcloud.observe;

/** The names of what our spans carry. */
public final class SpanAttributes {

    public static final String PROVIDER = "jumpcloud.provider";
    public static final String TRIGGER = "jumpcloud.trigger";
    public static final String DRY_RUN = "jumpcloud.dry_run";
    public static final String OUTCOME = "jumpcloud.outcome";
    public static final String SERVER = "jumpcloud.server";
    public static final String ENTRIES = "jumpcloud.entries";
    public static final String GROUPS = "jumpcloud.groups";

    private SpanAttributes() {}
}
