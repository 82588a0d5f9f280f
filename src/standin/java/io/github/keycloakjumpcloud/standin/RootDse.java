package io.github.keycloakjumpcloud.standin;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import com.unboundid.ldap.sdk.extensions.StartTLSExtendedRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The root DSE. Its content on the live service is not known beyond being readable; supportedControl says what the stand-in really does. */
final class RootDse {

    private static final String SUBSCHEMA = "cn=Subschema";

    private final Behaviour behaviour;

    RootDse(Behaviour behaviour) {
        this.behaviour = behaviour;
    }

    /** Whether this client may read it. */
    boolean isReadable(Client client) {
        return switch (behaviour.unknowns().rootDse) {
            case EVERYBODY, BARE -> true;
            case BOUND -> client.identity() != null;
            case NOBODY -> false;
        };
    }

    /** Whether this is the subschema's DN, and it is served. */
    boolean isSubschema(String dn) {
        return behaviour.unknowns().schemaServed && dn.equalsIgnoreCase(SUBSCHEMA);
    }

    /** A part of the subschema; its attributes come when they are asked for. */
    List<Attribute> subschema(List<String> requested) {
        return Stream.of(
                        new Attribute("objectClass", "top", "subentry", "subschema"),
                        new Attribute("attributeTypes", "( 0.9.2342.19200300.100.1.1 NAME 'uid' )"))
                .filter(attribute -> EntryIndexer.lowerCase(requested).contains(Tenant.key(attribute.getName())))
                .toList();
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
        if (!behaviour.unknowns().vendor.isEmpty()) {
            all.add(new Attribute("vendorName", behaviour.unknowns().vendor));
        }
        if (behaviour.unknowns().schemaServed) {
            all.add(new Attribute("subschemaSubentry", SUBSCHEMA));
        }
        // As with OpenLDAP, only objectClass is a user attribute of the root DSE.
        var names = EntryIndexer.lowerCase(requested);
        boolean user = names.isEmpty() || names.contains("*");
        return all.stream()
                .filter(attribute -> behaviour.unknowns().rootDse != RootDseAccess.BARE
                        || attribute.getName().equals("objectClass"))
                .filter(attribute -> names.contains(Tenant.key(attribute.getName()))
                        || (attribute.getName().equals("objectClass") ? user : names.contains("+")))
                .toList();
    }
}
