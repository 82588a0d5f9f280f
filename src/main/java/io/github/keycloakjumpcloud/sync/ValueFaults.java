package io.github.keycloakjumpcloud.sync;

import java.util.List;
import java.util.Optional;

/** Says why Keycloak would not take the values of an attribute. */
interface ValueFaults {

    /** The reason, to be put after "its user name "; empty where the values are taken. */
    Optional<String> fault(String attribute, List<String> values);
}
