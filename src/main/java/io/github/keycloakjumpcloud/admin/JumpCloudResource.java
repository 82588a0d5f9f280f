package io.github.keycloakjumpcloud.admin;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** The calls on one provider. Nothing is looked up on the way: each method checks the caller's rights first. */
public final class JumpCloudResource {

    private final AdminCall call;

    JumpCloudResource(AdminCall call) {
        this.call = call;
    }

    /** Starts a run. */
    @Path("{component}/sync")
    public SyncResource sync(@PathParam("component") String component) {
        return new SyncResource(call, component);
    }

    /** Tests the connection, stage by stage. */
    @Path("{component}/test")
    public TestResource test(@PathParam("component") String component) {
        return new TestResource(call, component);
    }

    /** What a sync would do. */
    @Path("{component}/preview")
    public PreviewResource preview(@PathParam("component") String component) {
        return new PreviewResource(call, component);
    }

    /** Why somebody can or cannot sign in. */
    @Path("{component}/explain")
    public ExplainResource explain(@PathParam("component") String component) {
        return new ExplainResource(call, component);
    }

    /** Of no provider: the description of all calls. */
    @Path("openapi")
    public OpenApiResource openApi() {
        return new OpenApiResource(call);
    }

    /** Takes over the users of Keycloak's own LDAP provider, or those who came through an identity provider. */
    @Path("{component}/adopt")
    public AdoptResource adopt(@PathParam("component") String component) {
        return new AdoptResource(call, component);
    }

    /** Moves its users to one of Keycloak's own LDAP providers. */
    @Path("{component}/release")
    public ReleaseResource release(@PathParam("component") String component) {
        return new ReleaseResource(call, component);
    }

    /** Servers, connections and the last run. */
    @Path("{component}/status")
    public StatusResource status(@PathParam("component") String component) {
        return new StatusResource(call, component);
    }

    /** The history of runs, and what can be done to a run. */
    @Path("{component}/runs")
    public RunsResource runs(@PathParam("component") String component) {
        return new RunsResource(call, component);
    }
}
