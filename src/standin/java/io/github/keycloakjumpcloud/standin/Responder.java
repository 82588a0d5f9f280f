package io.github.keycloakjumpcloud.standin;

import com.unboundid.ldap.protocol.BindRequestProtocolOp;
import com.unboundid.ldap.protocol.CompareRequestProtocolOp;
import com.unboundid.ldap.protocol.LDAPMessage;
import com.unboundid.ldap.protocol.SearchRequestProtocolOp;
import com.unboundid.ldap.protocol.SearchResultEntryProtocolOp;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.extensions.WhoAmIExtendedRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the answer to a request, writes it down and sends it; in that order, so that who has the answer finds it counted. */
final class Responder {

    private final Service service;
    private final Client client;
    private final MessageChannel channel;
    private final ControlRules controlRules;
    private boolean tlsPromised;

    Responder(Service service, Client client, MessageChannel channel) {
        this.service = service;
        this.client = client;
        this.channel = channel;
        this.controlRules = new ControlRules(service.behaviour());
    }

    /** Whether the last StartTLS request was accepted, so that a handshake must follow. */
    boolean tlsPromised() {
        return tlsPromised;
    }

    /** Whether the connection goes on. */
    boolean answer(LDAPMessage request, OperationKind kind) throws IOException {
        Answer early = early(request, kind);
        switch (kind) {
            case SEARCH -> {
                return search(request, early);
            }
            case BIND -> bind(request, early);
            case COMPARE -> compare(request, early);
            case START_TLS -> startTls(request, early);
            case EXTENDED -> extended(request);
            default -> {
                Answer refused = Answer.of(service.behaviour().writeResult, "no write access");
                finish(request, refused, simple(kind, Requests.writeTarget(request.getProtocolOp()), refused));
            }
        }
        return true;
    }

    /** An answer that comes before any look at the data. */
    private @Nullable Answer early(LDAPMessage request, OperationKind kind) {
        Behaviour behaviour = service.behaviour();
        if (behaviour.outage.touches(kind)) {
            return Answer.of(behaviour.outageResult, "temporarily unavailable");
        }
        return controlRules.acceptable(kind, request.getControls())
                ? null
                : Answer.of(ResultCodes.UNAVAILABLE_CRITICAL_EXTENSION, "critical control unavailable in context");
    }

    private void bind(LDAPMessage request, @Nullable Answer early) throws IOException {
        BindRequestProtocolOp bind = request.getBindRequestProtocolOp();
        if (early != null) {
            client.become(null);
        }
        Answer answer = early == null ? service.binds().answer(client, bind, request.getControls()) : early;
        finish(request, answer, simple(OperationKind.BIND, bind.getBindDN(), answer));
    }

    private void compare(LDAPMessage request, @Nullable Answer early) throws IOException {
        CompareRequestProtocolOp compare = request.getCompareRequestProtocolOp();
        Answer answer = early == null ? service.compares().answer(client, compare) : early;
        Operation operation = new Operation(
                OperationKind.COMPARE,
                client.number,
                compare.getDN(),
                "",
                "",
                "",
                List.of(compare.getAttributeName()),
                answer.code(),
                0);
        finish(request, answer, operation);
    }

    private void startTls(LDAPMessage request, @Nullable Answer early) throws IOException {
        Answer answer = early;
        if (answer == null) {
            answer = client.secured() || !service.behaviour().startTls
                    ? Answer.of(ResultCodes.PROTOCOL_ERROR, "unsupported extended operation")
                    : Answer.success();
        }
        tlsPromised = answer.ok();
        finish(request, answer, simple(OperationKind.START_TLS, client.identityDn(), answer));
    }

    private boolean search(LDAPMessage request, @Nullable Answer early) throws IOException {
        SearchRequestProtocolOp search = request.getSearchRequestProtocolOp();
        service.faults().beforeSearch(client, search);
        if (early == null && search.getBaseDN().isEmpty() && search.getScope().equals(SearchScope.BASE)) {
            return rootDse(request, search);
        }
        if (early == null && service.rootDse().isSubschema(search.getBaseDN())) {
            send(request, search.getBaseDN(), service.rootDse().subschema(search.getAttributes()));
            finish(request, Answer.success(), searched(search, Answer.success(), 1));
            return true;
        }
        SearchPlan plan = early == null
                ? service.searches().plan(client, search, request.getControls())
                : SearchPlan.nothing(early);
        AttributeSelection selection =
                new AttributeSelection(search.getAttributes(), search.typesOnly(), service.behaviour());
        Client.Identity identity = client.identity();
        for (StoredEntry entry : plan.entries()) {
            boolean own = identity != null && identity.accountKey().equals(entry.account());
            send(request, entry.dn(), selection.of(entry, own));
        }
        Operation operation = searched(search, plan.answer(), plan.entries().size());
        if (plan.dropped()) {
            service.journal().record(operation);
            channel.flush();
            return false;
        }
        finish(request, plan.answer(), operation);
        return true;
    }

    private void extended(LDAPMessage request) throws IOException {
        boolean whoAmI = service.behaviour().unknowns().whoAmI
                && request.getExtendedRequestProtocolOp().getOID().equals(WhoAmIExtendedRequest.WHO_AM_I_REQUEST_OID);
        // The live service's answer, also before any bind (ldapts live tests 2019-2025).
        Answer answer =
                whoAmI ? Answer.success() : Answer.of(ResultCodes.PROTOCOL_ERROR, "unsupported extended operation");
        service.journal().record(simple(OperationKind.EXTENDED, client.identityDn(), answer));
        channel.write(whoAmI ? Responses.whoAmI(request, client.identityDn()) : Responses.to(request, answer));
        channel.flush();
    }

    private boolean rootDse(LDAPMessage request, SearchRequestProtocolOp search) throws IOException {
        boolean readable = service.rootDse().isReadable(client);
        Answer answer = readable ? Answer.success() : Answer.of(ResultCodes.NO_SUCH_OBJECT);
        if (readable) {
            send(request, "", service.rootDse().attributes(search.getAttributes()));
        }
        finish(request, answer, searched(search, answer, readable ? 1 : 0));
        return true;
    }

    private void send(LDAPMessage request, String dn, List<Attribute> attributes) throws IOException {
        channel.write(new LDAPMessage(request.getMessageID(), new SearchResultEntryProtocolOp(dn, attributes)));
    }

    private void finish(LDAPMessage request, Answer answer, Operation operation) throws IOException {
        service.journal().record(operation);
        channel.write(Responses.to(request, answer));
        channel.flush();
    }

    private Operation simple(OperationKind kind, String dn, Answer answer) {
        return Operation.simple(kind, client.number, dn, answer.code());
    }

    private Operation searched(SearchRequestProtocolOp search, Answer answer, int entries) {
        return new Operation(
                OperationKind.SEARCH,
                client.number,
                client.identityDn(),
                search.getBaseDN(),
                search.getScope().getName().toLowerCase(Locale.ROOT),
                search.getFilter().toString(),
                search.getAttributes(),
                answer.code(),
                entries);
    }
}
