package io.github.keycloakjumpcloud.standin;

import com.unboundid.ldap.matchingrules.MatchingRule;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.schema.Schema;
import java.util.Arrays;
import java.util.List;

/**
 * The attribute types, for matching only: entries are never checked against it, because JumpCloud serves what strict schema checks would refuse.
 * The OIDs of JumpCloud's own attributes are not public; text OIDs stand for them.
 */
final class DirectorySchema {

    private static final String STRING =
            " EQUALITY caseIgnoreMatch SUBSTR caseIgnoreSubstringsMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.15 )";
    private static final String EXACT =
            " EQUALITY caseExactMatch SUBSTR caseExactSubstringsMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.15 )";
    private static final String INTEGER =
            " EQUALITY integerMatch ORDERING integerOrderingMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.27 SINGLE-VALUE )";
    private static final String DN = " EQUALITY distinguishedNameMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.12 )";

    private static final Schema SCHEMA = build();

    private DirectorySchema() {}

    static Schema schema() {
        return SCHEMA;
    }

    static boolean knows(String attribute) {
        return SCHEMA.getAttributeType(attribute) != null;
    }

    static MatchingRule equality(String attribute) {
        return MatchingRule.selectEqualityMatchingRule(attribute, SCHEMA);
    }

    private static Schema build() {
        Entry subschema = new Entry("cn=subschema");
        subschema.addAttribute("objectClass", "top", "subschema");
        define(subschema, DN, "memberOf");
        define(
                subschema,
                STRING,
                "gecos",
                "company",
                "sshKey",
                "jcLdapAdmin",
                "jcSambaAdmin",
                "sambaDomainName",
                "sambaSID");
        define(subschema, STRING, "sambaAcctFlags", "sambaPrimaryGroupSID", "sambaNTPassword", "sambaLMPassword");
        define(subschema, EXACT, "memberUid", "homeDirectory", "loginShell");
        define(
                subschema,
                INTEGER,
                "uidNumber",
                "gidNumber",
                "shadowLastChange",
                "shadowMin",
                "shadowMax",
                "shadowWarning");
        define(
                subschema,
                INTEGER,
                "shadowInactive",
                "shadowExpire",
                "shadowFlag",
                "sambaAlgorithmicRidBase",
                "sambaNextUserRid");
        try {
            return Schema.mergeSchemas(Schema.getDefaultStandardSchema(), new Schema(subschema));
        } catch (LDAPException e) {
            throw new IllegalStateException("the LDAP SDK's own schema cannot be read", e);
        }
    }

    private static void define(Entry subschema, String rules, String... names) {
        List<String> definitions = Arrays.stream(names)
                .map(name -> "( " + name + "-oid NAME '" + name + "'" + rules)
                .toList();
        subschema.addAttribute(Schema.ATTR_ATTRIBUTE_TYPE, definitions);
    }
}
