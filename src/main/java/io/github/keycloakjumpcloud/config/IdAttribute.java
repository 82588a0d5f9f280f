package io.github.keycloakjumpcloud.config;

import java.util.Arrays;
import java.util.Optional;

/** The LDAP attribute that identifies a person for good; {@link #AUTO} until the directory has been seen once. */
public enum IdAttribute {
    AUTO("auto"),
    ENTRY_UUID("entryUUID"),
    UID_NUMBER("uidNumber"),
    UID("uid"),
    EMPLOYEE_NUMBER("employeeNumber");

    private final String ldapName;

    IdAttribute(String ldapName) {
        this.ldapName = ldapName;
    }

    /** The attribute's name in the directory, or {@code auto}; also the value in the component's configuration. */
    public String ldapName() {
        return ldapName;
    }

    /** The constant with this configuration value, letter case ignored. */
    public static Optional<IdAttribute> of(String value) {
        return Arrays.stream(values())
                .filter(attribute -> attribute.ldapName.equalsIgnoreCase(value))
                .findFirst();
    }
}
