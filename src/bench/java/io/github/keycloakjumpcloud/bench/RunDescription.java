package io.github.keycloakjumpcloud.bench;

import java.util.List;

/**
 * Under which circumstances a run measured.
 *
 * @param servers Keycloak, directory and databases with their versions
 */
record RunDescription(Machine machine, List<String> servers, String command, String date) {}
