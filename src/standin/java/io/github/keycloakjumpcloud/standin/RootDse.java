package io.github.keycloakjumpcloud.standin;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import com.unboundid.ldap.sdk.extensions.StartTLSExtendedRequest;
import java.util.ArrayList;
import java.util.List;

/** The root DSE. Its content on the live service is not known beyond being readable; supportedControl says what the stand-in really does. */
final class RootDse {

    private final Behaviour behaviour;

    RootDse(Behaviour behaviour) {
        this.behaviour = behaviour;
    }

    List<Attribute> attributes(List<String> requested) {
        List<String> controls = new ArrayList<>(List.of(PasswordPolicyResponse.OID));
        if (behaviour.paging == PagingMode.HONOURED) {
            controls.add(SimplePagedResultsControl.PAGED_RESULTS_OID);
        }
        List<Attribute> all = new ArrayList<>();
        all.add(new Attribute("objectClass", "top", "OpenLDAProotDSE"));
        all.add(new Attribute("supportedControl", controls));
        all.add(new Attribute("supportedLDAPVersion", "3"));
        if (behaviour.startTls) {
            all.add(new Attribute("supportedExtension", StartTLSExtendedRequest.STARTTLS_REQUEST_OID));
        }
        // As with OpenLDAP, only objectClass is a user attribute of the root DSE.
        var names = EntryIndexer.lowerCase(requested);
        boolean user = names.isEmpty() || names.contains("*");
        return all.stream()
                .filter(attribute -> names.contains(Tenant.key(attribute.getName()))
                        || (attribute.getName().equals("objectClass") ? user : names.contains("+")))
                .toList();
    }
}
