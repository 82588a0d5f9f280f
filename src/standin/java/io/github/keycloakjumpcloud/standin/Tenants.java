package io.github.keycloakjumpcloud.standin;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** All organizations of the service, found by DN. */
record Tenants(List<Tenant> all) {

    /** The organization at or below whose root the normalized DN lies. */
    @Nullable
    Tenant owning(String key) {
        for (Tenant tenant : all) {
            if (key.equals(tenant.organizationKey) || key.endsWith("," + tenant.organizationKey)) {
                return tenant;
            }
        }
        return null;
    }
}
