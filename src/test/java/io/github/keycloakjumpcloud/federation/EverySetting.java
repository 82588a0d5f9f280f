package io.github.keycloakjumpcloud.federation;

import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import java.util.Map;

/** Settings that all differ from their defaults, to see that none is lost on the way. */
final class EverySetting {

    private EverySetting() {}

    static Map<String, String> unlike(JumpCloudStandIn jumpCloud) {
        return Map.ofEntries(
                Map.entry("userGroups", "Engineering"),
                Map.entry("groupNames", "Eng*"),
                Map.entry("groupsPath", "/JumpCloud"),
                Map.entry("membershipSource", "member"),
                Map.entry("baseDn", jumpCloud.baseDn()),
                Map.entry("usersDn", jumpCloud.usersDn()),
                Map.entry("groupsDn", jumpCloud.usersDn()),
                Map.entry("uuidLDAPAttribute", "uidNumber"),
                Map.entry("customUserSearchFilter", "(mail=*)"),
                Map.entry("attributeMappings", "[{\"key\":\"title\",\"value\":\"position\"}]"),
                Map.entry("trustEmail", "true"),
                Map.entry("importBindUser", "true"),
                Map.entry("connectionTimeout", "800"),
                Map.entry("readTimeout", "1200"),
                Map.entry("authenticationTimeout", "4000"),
                Map.entry("loginRefreshSeconds", "60"),
                Map.entry("outageLoginHours", "8"),
                Map.entry("connectionPoolSize", "3"),
                Map.entry("batchSizeForSync", "77"),
                Map.entry("removedUsers", "keep"),
                Map.entry("deleteAfterDays", "90"),
                Map.entry("removalLimitPercent", "5"),
                Map.entry("removalLimitMinimum", "3"),
                Map.entry("dryRun", "false"),
                Map.entry("fullSyncPeriod", "86400"),
                Map.entry("priority", "7"),
                Map.entry("cachePolicy", "MAX_LIFESPAN"),
                Map.entry("maxLifespan", "60000"));
    }
}
