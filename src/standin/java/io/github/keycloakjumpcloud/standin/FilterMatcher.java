package io.github.keycloakjumpcloud.standin;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import java.util.Set;

/**
 * Matches filters with the three truth values of RFC 4511: an attribute that the server does not know makes its part undefined, so that neither
 * {@code (isDeleted=*)} nor {@code (!(isDeleted=TRUE))} matches anything.
 */
final class FilterMatcher {

    private enum Truth {
        TRUE,
        FALSE,
        UNDEFINED;

        static Truth of(boolean value) {
            return value ? TRUE : FALSE;
        }
    }

    private final boolean operationalServed;
    private final boolean memberOfServed;

    FilterMatcher(Behaviour behaviour) {
        this.operationalServed = behaviour.operationalAttributes != OperationalAttributes.ABSENT;
        this.memberOfServed = behaviour.memberOfServed;
    }

    boolean matches(Filter filter, StoredEntry entry) {
        return truth(filter, entry) == Truth.TRUE;
    }

    private Truth truth(Filter filter, StoredEntry entry) {
        return switch (filter.getFilterType()) {
            case Filter.FILTER_TYPE_AND -> all(filter.getComponents(), entry);
            case Filter.FILTER_TYPE_OR -> any(filter.getComponents(), entry);
            case Filter.FILTER_TYPE_NOT -> not(truth(filter.getNOTComponent(), entry));
            default -> single(filter, entry);
        };
    }

    private Truth all(Filter[] parts, StoredEntry entry) {
        Truth result = Truth.TRUE;
        for (Filter part : parts) {
            Truth truth = truth(part, entry);
            if (truth == Truth.FALSE) {
                return Truth.FALSE;
            }
            if (truth == Truth.UNDEFINED) {
                result = Truth.UNDEFINED;
            }
        }
        return result;
    }

    private Truth any(Filter[] parts, StoredEntry entry) {
        Truth result = Truth.FALSE;
        for (Filter part : parts) {
            Truth truth = truth(part, entry);
            if (truth == Truth.TRUE) {
                return Truth.TRUE;
            }
            if (truth == Truth.UNDEFINED) {
                result = Truth.UNDEFINED;
            }
        }
        return result;
    }

    private static Truth not(Truth truth) {
        return switch (truth) {
            case TRUE -> Truth.FALSE;
            case FALSE -> Truth.TRUE;
            case UNDEFINED -> Truth.UNDEFINED;
        };
    }

    private Truth single(Filter filter, StoredEntry entry) {
        String attribute = filter.getAttributeName();
        if (attribute == null || !DirectorySchema.knows(attribute)) {
            return Truth.UNDEFINED;
        }
        String name = Tenant.key(attribute);
        if (hidden(name)) {
            return Truth.FALSE;
        }
        if (filter.getFilterType() == Filter.FILTER_TYPE_EQUALITY && EntryIndexer.indexes(name)) {
            String value = EntryIndexer.normalize(name, new ASN1OctetString(filter.getAssertionValueBytes()));
            return value == null
                    ? Truth.UNDEFINED
                    : Truth.of(entry.indexed().getOrDefault(name, Set.of()).contains(value));
        }
        try {
            return Truth.of(filter.matchesEntry(entry.entry(), DirectorySchema.schema()));
        } catch (LDAPException e) {
            return Truth.UNDEFINED;
        }
    }

    private boolean hidden(String name) {
        return (!operationalServed && StoredEntry.operational(name)) || (!memberOfServed && name.equals("memberof"));
    }
}
