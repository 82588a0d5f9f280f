package io.github.keycloakjumpcloud.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.DeleteRequest;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.ExtendedRequest;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.extensions.PasswordModifyExtendedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Operations beside bind and paging: points 5, 9 and 11. */
@ExtendWith(JumpCloudStandInExtension.class)
class ProtocolRulesTest {

    @ParameterizedTest
    @CsvSource({
        // mode, for '*' and '+', by name, by filter
        "ABSENT, false, false, false",
        "SERVED, true, true, true",
        "ON_REQUEST, false, true, true",
    })
    void operationalAttributesInThreeModes(
            OperationalAttributes mode, boolean withPlus, boolean byName, boolean byFilter, JumpCloudStandIn standIn)
            throws LDAPException {
        standIn.behaviour().operationalAttributes(mode);
        try (LDAPConnection connection = Ldap.asReader(standIn)) {
            String jane = standIn.directory().dnOf("jane.doe");
            for (String name : new String[] {"entryUUID", "createTimestamp", "modifyTimestamp"}) {
                assertThat(entry(connection, jane).hasAttribute(name)).isFalse();
                assertThat(entry(connection, jane, "*", "+").hasAttribute(name)).isEqualTo(withPlus);
                assertThat(entry(connection, jane, name).hasAttribute(name)).isEqualTo(byName);
                assertThat(Ldap.search(connection, jane, "(" + name + "=*)").getEntryCount() == 1)
                        .isEqualTo(byFilter);
            }
        }
    }

    @Test
    void writesAreRefused(JumpCloudStandIn standIn) throws LDAPException {
        try (LDAPConnection connection = Ldap.asReader(standIn)) {
            for (int code : new int[] {50, 53}) {
                standIn.behaviour().writeResult(code);
                String jane = standIn.directory().dnOf("jane.doe");
                OperationCounts before = standIn.counts();
                assertThat(Ldap.code(() -> connection.add(
                                new Entry("uid=x," + standIn.usersDn(), new Attribute("objectClass", "top")))))
                        .isEqualTo(code);
                assertThat(Ldap.code(
                                () -> connection.modify(jane, new Modification(ModificationType.REPLACE, "sn", "X"))))
                        .isEqualTo(code);
                assertThat(Ldap.code(() -> connection.modifyDN(jane, "uid=y", true)))
                        .isEqualTo(code);
                assertThat(Ldap.code(() -> connection.delete(new DeleteRequest(jane))))
                        .isEqualTo(code);
                assertThat(Ldap.code(() -> connection.processExtendedOperation(
                                new PasswordModifyExtendedRequest(jane, "old", "new"))))
                        .isEqualTo(code);
                assertThat(standIn.counts().minus(before).writes()).isEqualTo(5);
                assertThat(entry(connection, jane).getAttributeValue("sn")).isEqualTo("Doe");
            }
        }
    }

    @Test
    void unknownExtendedOperationIsAProtocolErrorAndTheConnectionGoesOn(JumpCloudStandIn standIn) throws LDAPException {
        try (LDAPConnection connection = Ldap.plain(standIn)) {
            assertThatThrownBy(
                            () -> connection.processExtendedOperation(new ExtendedRequest("1.2.840.113556.1.4.1781")))
                    .isInstanceOfSatisfying(LDAPException.class, e -> {
                        assertThat(e.getResultCode().intValue()).isEqualTo(2);
                        assertThat(e.getDiagnosticMessage()).isEqualTo("unsupported extended operation");
                    });
            connection.bind(standIn.readerDn(), standIn.readerPassword());
        }
        assertThat(standIn.counts().extended()).isEqualTo(1);
    }

    @Test
    void unknownControlMattersOnlyWhenCritical(JumpCloudStandIn standIn) throws LDAPException {
        try (LDAPConnection connection = Ldap.asReader(standIn)) {
            for (boolean critical : new boolean[] {false, true}) {
                SearchRequest request = new SearchRequest(standIn.baseDn(), SearchScope.SUB, "(uid=jane.doe)");
                request.addControl(new Control("1.2.840.113556.1.4.417", critical));
                assertThat(Ldap.code(() -> connection.search(request))).isEqualTo(critical ? 12 : 0);
            }
        }
    }

    @Test
    void comparesHaveFiveAnswers(JumpCloudStandIn standIn) throws LDAPException {
        try (LDAPConnection connection = Ldap.asReader(standIn)) {
            String jane = standIn.directory().dnOf("jane.doe");
            assertThat(compare(connection, jane, "mail", "Jane.Doe@example.com"))
                    .isEqualTo(6);
            assertThat(compare(connection, jane, "mail", "other@example.com")).isEqualTo(5);
            assertThat(compare(connection, jane, "isDeleted", "TRUE")).isEqualTo(17);
            assertThat(compare(connection, standIn.directory().dnOf("nobody"), "mail", "x"))
                    .isEqualTo(32);
            assertThat(compare(connection, standIn.otherDirectory().dnOf("jane.doe"), "mail", "x"))
                    .isEqualTo(32);
            assertThat(compare(connection, "foo=bar=,x", "mail", "x")).isEqualTo(34);
            assertThat(compare(connection, "jane", "mail", "x")).isEqualTo(34);
        }
        assertThat(standIn.counts().compares()).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(isDeleted=*)",
                "(!(isDeleted=TRUE))",
                "(&(uid=jane.doe)(isDeleted=FALSE))",
                "(uid=jane.doe,ou=Users)"
            })
    void unknownAttributesMatchNothing(String filter, JumpCloudStandIn standIn) throws LDAPException {
        try (LDAPConnection connection = Ldap.asReader(standIn)) {
            var result = Ldap.search(connection, standIn.baseDn(), filter);
            assertThat(result.getResultCode().intValue()).isZero();
            assertThat(result.getEntryCount()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "(|(uid=jane.doe)(mail=TOM.baker@example.com)(isDeleted=*)); 2",
                "(mail=shared.b*); 2",
                "(&(objectClass=inetOrgPerson)(!(mail=*))); 1",
                "(&(objectClass=groupOfNames)(cn=*guild)); 1",
                "(uidNumber>=5000); 46",
            })
    void filtersWork(String filter, int entries, JumpCloudStandIn standIn) throws LDAPException {
        try (LDAPConnection connection = Ldap.asReader(standIn)) {
            int expected = filter.startsWith("(uidNumber")
                    ? standIn.directory().usernames().size()
                    : entries;
            assertThat(Ldap.search(connection, standIn.baseDn(), filter).getEntryCount())
                    .isEqualTo(expected);
        }
    }

    @Test
    void attributeSelectionAndTypesOnlyAreHonoured(JumpCloudStandIn standIn) throws LDAPException {
        try (LDAPConnection connection = Ldap.asReader(standIn)) {
            String jane = standIn.directory().dnOf("jane.doe");
            assertThat(entry(connection, jane, "MAIL", "telephonenumber", "isDeleted")
                            .getAttributes())
                    .hasSize(2);
            assertThat(entry(connection, jane, "1.1").getAttributes()).isEmpty();
            SearchRequest request = new SearchRequest(jane, SearchScope.BASE, "(objectClass=*)", "mail");
            request.setTypesOnly(true);
            SearchResultEntry types =
                    connection.search(request).getSearchEntries().get(0);
            assertThat(types.hasAttribute("mail")).isTrue();
            assertThat(types.getAttributeValue("mail")).isNull();
            standIn.behaviour().memberOf(false);
            assertThat(entry(connection, jane, "*", "memberOf").hasAttribute("memberOf"))
                    .isFalse();
            assertThat(Ldap.search(connection, standIn.baseDn(), "(memberOf=*)").getEntryCount())
                    .isZero();
        }
    }

    private static int compare(LDAPConnection connection, String dn, String attribute, String value) {
        return Ldap.code(() -> connection.compare(dn, attribute, value));
    }

    private static SearchResultEntry entry(LDAPConnection connection, String dn, String... attributes)
            throws LDAPException {
        return connection
                .search(dn, SearchScope.BASE, "(objectClass=*)", attributes)
                .getSearchEntries()
                .get(0);
    }
}
