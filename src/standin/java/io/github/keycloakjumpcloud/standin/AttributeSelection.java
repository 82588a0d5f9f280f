package io.github.keycloakjumpcloud.standin;

import com.unboundid.ldap.sdk.Attribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Picks the attributes that a search asked for. {@code memberOf} counts as a user attribute: it comes back by default. */
final class AttributeSelection {

    /** What an own entry shows when that is switched on; the value is no hash of anything. */
    private static final Attribute OWN_PASSWORD =
            new Attribute("userPassword", "{SSHA}AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==");

    private static final String NESTED = "cn=Nested Group";

    private static final Set<String> SECRET =
            Set.of("userpassword", "sambantpassword", "sambalmpassword", "encntpassword", "ntpasswordsha", "keynhash");

    private final Set<String> names;
    private final boolean allUser;
    private final boolean allOperational;
    private final boolean typesOnly;
    private final Behaviour behaviour;

    AttributeSelection(List<String> requested, boolean typesOnly, Behaviour behaviour) {
        this.names = EntryIndexer.lowerCase(requested);
        this.allUser = names.isEmpty() || names.contains("*");
        this.allOperational = names.contains("+");
        this.typesOnly = typesOnly;
        this.behaviour = behaviour;
    }

    List<Attribute> of(StoredEntry entry, boolean own) {
        List<Attribute> selected = new ArrayList<>();
        for (Attribute attribute : entry.attributes()) {
            if (wanted(Tenant.key(attribute.getName()))) {
                selected.add(typesOnly ? new Attribute(attribute.getName()) : nested(entry, attribute));
            }
        }
        if (showsPassword(entry, own) && (allUser || names.contains("userpassword"))) {
            selected.add(typesOnly ? new Attribute(OWN_PASSWORD.getName()) : OWN_PASSWORD);
        }
        return selected;
    }

    private boolean showsPassword(StoredEntry entry, boolean own) {
        return own ? behaviour.ownPasswordServed : entry.account() != null && behaviour.unknowns().otherPasswords;
    }

    private Attribute nested(StoredEntry entry, Attribute attribute) {
        if (!behaviour.unknowns().nestedGroups || !attribute.getName().equals("member")) {
            return attribute;
        }
        List<String> members = new ArrayList<>(List.of(attribute.getValues()));
        members.add(NESTED + entry.dn().substring(entry.dn().indexOf(",ou=Users,")));
        return new Attribute("member", members);
    }

    private boolean wanted(String name) {
        if (SECRET.contains(name) || (name.equals("memberof") && !behaviour.memberOfServed)) {
            return false;
        }
        if (StoredEntry.operational(name)) {
            return switch (behaviour.operationalAttributes) {
                case ABSENT -> false;
                case SERVED -> allOperational || names.contains(name);
                case ON_REQUEST -> names.contains(name);
            };
        }
        return allUser || names.contains(name);
    }
}
