package io.github.keycloakjumpcloud.run;

/**
 * Answer to a start.
 *
 * @param runId the run that runs now
 * @param joined whether it was running already, here or on another node
 */
public record StartedRun(String runId, boolean joined) {}
