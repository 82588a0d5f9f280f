package io.github.keycloakjumpcloud.standin;

import com.unboundid.ldap.sdk.Attribute;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects a user entry's attributes in order; values that an administrator gave go before derived ones, and an empty list suppresses. */
final class AttributeList {

    private final Map<String, List<String>> given;
    private final Set<String> done = new HashSet<>();
    private final List<Attribute> attributes = new ArrayList<>();

    AttributeList(Map<String, List<String>> given) {
        this.given = given;
    }

    void given(String name) {
        add(name, values(name, List.of()));
    }

    void derived(String name, String value) {
        add(name, values(name, List.of(value)));
    }

    void fixed(String name, List<String> values) {
        add(name, values);
    }

    void rest() {
        given.forEach((name, values) -> {
            if (!done.contains(Tenant.key(name))) {
                add(name, values);
            }
        });
    }

    List<Attribute> attributes() {
        return attributes;
    }

    private List<String> values(String name, List<String> otherwise) {
        for (Map.Entry<String, List<String>> entry : given.entrySet()) {
            if (entry.getKey().equalsIgnoreCase(name)) {
                return entry.getValue();
            }
        }
        return otherwise;
    }

    private void add(String name, List<String> values) {
        done.add(Tenant.key(name));
        if (!values.isEmpty()) {
            attributes.add(new Attribute(name, DirectorySchema.schema(), values.toArray(String[]::new)));
        }
    }
}
