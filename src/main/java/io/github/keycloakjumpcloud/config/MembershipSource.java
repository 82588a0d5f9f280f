package io.github.keycloakjumpcloud.config;

import java.util.Arrays;
import java.util.Optional;

/** Where group memberships are read from. */
public enum MembershipSource {
    /** {@code memberOf} where the directory serves it (JumpCloud does by default), else {@code member}. */
    AUTO("auto"),
    /** The users' {@code memberOf} attribute. */
    MEMBER_OF("memberOf"),
    /** The groups' {@code member} attribute. */
    MEMBER("member");

    private final String value;

    MembershipSource(String value) {
        this.value = value;
    }

    /** The value in the component's configuration. */
    public String value() {
        return value;
    }

    /** The constant with this configuration value, letter case ignored. */
    public static Optional<MembershipSource> of(String value) {
        return Arrays.stream(values())
                .filter(source -> source.value.equalsIgnoreCase(value))
                .findFirst();
    }
}
