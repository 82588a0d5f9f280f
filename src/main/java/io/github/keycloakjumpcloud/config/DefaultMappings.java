package io.github.keycloakjumpcloud.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * JumpCloud's user fields: where its LDAP keeps them, and the user attribute, named like the field in JumpCloud's API. From JumpCloud's
 * documentation of its PowerShell module ("The LDAP displayName of this property is …"). The composite addresses are left out, because their
 * encoding is not documented.
 */
final class DefaultMappings {

    /** LDAP attribute to user attribute, in JumpCloud's order. */
    static final Map<String, String> TABLE = table(
            "displayName", "displayName",
            "initials", "middleName",
            "description", "description",
            "company", "company",
            "businessCategory", "costCenter",
            "departmentNumber", "department",
            "employeeNumber", "employeeIdentifier",
            "employeeType", "employeeType",
            "title", "jobTitle",
            "physicalDeliveryOfficeName", "location",
            "telephoneNumber", "workNumber",
            "mobile", "mobileNumber",
            "homePhone", "homeNumber",
            "facsimileTelephoneNumber", "workFaxNumber",
            "pager", "workMobileNumber",
            "l", "workLocality",
            "postOfficeBox", "workPoBox",
            "postalCode", "workPostalCode");

    private DefaultMappings() {}

    private static Map<String, String> table(String... pairs) {
        Map<String, String> table = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            table.put(pairs[i], pairs[i + 1]);
        }
        return Collections.unmodifiableMap(table);
    }
}
