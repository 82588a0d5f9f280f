package io.github.keycloakjumpcloud.demo;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.github.keycloakjumpcloud.keycloak.KeycloakSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Access to a JumpCloud organization, from the environment. The password goes from variable to variable: it is neither printed nor put into a file. */
record RealOrganization(String organizationId, String bindDn, String bindPassword) {

    static final String ORGANIZATION = "JUMPCLOUD_ORG_ID";
    static final String BIND_DN = "JUMPCLOUD_BIND_DN";
    static final String BIND_PASSWORD = "JUMPCLOUD_BIND_PASSWORD";

    /** Empty if none of the variables is set; a problem if only some are. */
    static Optional<RealOrganization> from(Map<String, String> environment) {
        List<String> missing = new ArrayList<>();
        for (String variable : List.of(ORGANIZATION, BIND_DN, BIND_PASSWORD)) {
            if (environment.getOrDefault(variable, "").isBlank()) {
                missing.add(variable);
            }
        }
        if (missing.size() == 3) {
            return Optional.empty();
        }
        if (!missing.isEmpty()) {
            throw new DemoProblem("To use a real JumpCloud organization, set " + String.join(" and ", missing)
                    + " as well; to use the stand-in, unset all JUMPCLOUD_ variables.");
        }
        return Optional.of(new RealOrganization(
                environment.getOrDefault(ORGANIZATION, ""),
                environment.getOrDefault(BIND_DN, ""),
                environment.getOrDefault(BIND_PASSWORD, "")));
    }

    /** Keycloak puts the variables into the template's text as they are, so they have to be fit for JSON. */
    KeycloakSettings applyTo(KeycloakSettings settings) {
        return settings.environment(ORGANIZATION, json(organizationId))
                .environment(BIND_DN, json(bindDn))
                .environment(BIND_PASSWORD, json(bindPassword));
    }

    private static String json(String text) {
        return new String(JsonStringEncoder.getInstance().quoteAsString(text));
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "RealOrganization[" + organizationId + ", " + bindDn + "]";
    }
}
