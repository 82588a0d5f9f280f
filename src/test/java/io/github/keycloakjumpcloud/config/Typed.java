package io.github.keycloakjumpcloud.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Configuration values as somebody typed them. */
final class Typed {

    static final String ORG = "5f0123456789abcdef012345";
    static final String OTHER_ORG = "600123456789abcdef012345";
    static final String BASE = "o=" + ORG + ",dc=jumpcloud,dc=com";
    static final String CREDENTIAL = "s3cret, with 'quotes' {0} ";

    private final Map<String, List<String>> values = new HashMap<>();

    /** The three fields that everybody must fill in. */
    static Typed minimum() {
        return new Typed()
                .with(ConfigKeys.ORGANIZATION_ID, ORG)
                .with(ConfigKeys.BIND_DN, "ldapreader")
                .with(ConfigKeys.BIND_CREDENTIAL, CREDENTIAL);
    }

    Typed with(String key, String... texts) {
        values.put(key, List.of(texts));
        return this;
    }

    Typed without(String key) {
        values.remove(key);
        return this;
    }

    Map<String, List<String>> values() {
        return values;
    }

    JumpCloudConfig read() {
        return ConfigReader.read(values, vault -> vault);
    }
}
