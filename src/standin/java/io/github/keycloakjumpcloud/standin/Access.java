package io.github.keycloakjumpcloud.standin;

import com.unboundid.ldap.sdk.SearchScope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who may read: only users with "Enable as LDAP Bind DN", and only their own organization. */
final class Access {

    private final Behaviour behaviour;

    Access(Behaviour behaviour) {
        this.behaviour = behaviour;
    }

    /** The organization that the client may read; null when it may read nothing. */
    @Nullable
    Tenant readable(Client client) {
        Client.Identity identity = client.identity();
        if (identity == null) {
            return null;
        }
        Account account = identity.tenant().account(identity.accountKey());
        return account != null && account.user().bindDn() && account.listed(behaviour) ? identity.tenant() : null;
    }

    /** What a client gets that may read nothing: data that the access rules hide does not exist for it. */
    Answer refusal(Client client) {
        return client.identity() != null && behaviour.forbiddenSearch == ForbiddenSearch.EMPTY
                ? Answer.success()
                : Answer.of(ResultCodes.NO_SUCH_OBJECT);
    }

    /** What such a client sees all the same. */
    List<StoredEntry> stillSeen(Client client, String base, SearchScope scope) {
        Client.Identity identity = client.identity();
        if (identity == null || !behaviour.unknowns().ownEntry) {
            return List.of();
        }
        StoredEntry own = identity.tenant().store.get(DnText.normalizeOwn(identity.dn()));
        return own != null && own.inScope(base, scope) ? List.of(own) : List.of();
    }
}
