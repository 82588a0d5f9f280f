package io.github.keycloakjumpcloud.bench;

import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who imports. */
enum Contender {
    /** Keycloak's own provider with its group mapper; what is not set here has its default, pagination and pooling among it. */
    BUILT_IN("built-in") {
        @Override
        FederationApi federate(RealmApi realm, String ldapsUrl) {
            Map<String, List<String>> config = new HashMap<>();
            config.put("connectionUrl", List.of(ldapsUrl));
            config.put("authType", List.of("simple"));
            config.put("bindDn", List.of(CompanyLdif.READER_DN));
            config.put("bindCredential", List.of(CompanyLdif.READER_PASSWORD));
            config.put("usersDn", List.of(CompanyLdif.USERS_DN));
            config.put("vendor", List.of("other"));
            config.put("editMode", List.of("READ_ONLY"));
            config.put("usernameLDAPAttribute", List.of("uid"));
            config.put("rdnLDAPAttribute", List.of("uid"));
            config.put("uuidLDAPAttribute", List.of("entryUUID"));
            config.put("userObjectClasses", List.of("inetOrgPerson, organizationalPerson"));
            config.put("searchScope", List.of("1"));
            config.put("pagination", List.of("true"));
            config.put("batchSizeForSync", List.of("1000"));
            config.put("connectionPooling", List.of("true"));
            config.put("importEnabled", List.of("true"));
            config.put("useTruststoreSpi", List.of("always"));
            String id = realm.addComponent("ldap", "ldap", config).createdId();
            realm.post("/components", groupMapper(id)).ok();
            return realm.federation(id);
        }

        /** As JNDI takes them. By default it waits for a silent server for ever: where there is one, as long as the other provider does. */
        @Override
        void move(FederationApi federation, List<String> urls) {
            Map<String, List<String>> config = new HashMap<>();
            config.put("connectionUrl", List.of(String.join(" ", urls)));
            config.put("bindCredential", List.of(CompanyLdif.READER_PASSWORD));
            if (urls.size() > 1) {
                config.put("connectionTimeout", List.of("1000"));
            }
            federation.update(config).ok();
        }
    },
    OURS("this extension") {
        @Override
        FederationApi federate(RealmApi realm, String ldapsUrl) {
            Map<String, List<String>> config = new HashMap<>();
            config.put("connectionUrl", List.of(ldapsUrl));
            config.put("organizationId", List.of(CompanyLdif.ORGANIZATION));
            config.put("bindDn", List.of(CompanyLdif.READER));
            config.put("bindCredential", List.of(CompanyLdif.READER_PASSWORD));
            return realm.addJumpCloud(config);
        }

        /** As its message says for a password that stays the same: it is never sent elsewhere unasked. */
        @Override
        void move(FederationApi federation, List<String> urls) {
            federation
                    .update(Map.of("enabled", List.of("false"), "bindCredential", List.of()))
                    .ok();
            federation
                    .update(Map.of("connectionUrl", urls, "bindCredential", List.of(CompanyLdif.READER_PASSWORD)))
                    .ok();
            federation.update(Map.of("enabled", List.of("true"))).ok();
        }
    };

    private final String label;

    Contender(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** Adds the provider to the realm. */
    abstract FederationApi federate(RealmApi realm, String ldapsUrl);

    /** Sets other servers, in order of preference. */
    abstract void move(FederationApi federation, List<String> urls);

    private static Map<String, Object> groupMapper(String providerId) {
        return Map.of(
                "name",
                "groups",
                "providerId",
                "group-ldap-mapper",
                "providerType",
                "org.keycloak.storage.ldap.mappers.LDAPStorageMapper",
                "parentId",
                providerId,
                "config",
                Map.of(
                        "mode", List.of("IMPORT"),
                        "groups.dn", List.of(CompanyLdif.USERS_DN),
                        "group.name.ldap.attribute", List.of("cn"),
                        "group.object.classes", List.of("groupOfNames"),
                        "membership.ldap.attribute", List.of("member"),
                        "membership.attribute.type", List.of("DN"),
                        "membership.user.ldap.attribute", List.of("uid"),
                        "user.roles.retrieve.strategy", List.of("LOAD_GROUPS_BY_MEMBER_ATTRIBUTE"),
                        "groups.path", List.of("/")));
    }
}
