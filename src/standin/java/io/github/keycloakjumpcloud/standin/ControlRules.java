package io.github.keycloakjumpcloud.standin;

import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import java.util.List;

/** Unknown controls are ignored unless critical (ldapts live tests 2019-2025 for the first half, RFC 4511 for the second). */
final class ControlRules {

    private final Behaviour behaviour;

    ControlRules(Behaviour behaviour) {
        this.behaviour = behaviour;
    }

    boolean acceptable(OperationKind kind, List<Control> controls) {
        return controls.stream().allMatch(control -> !control.isCritical() || known(kind, control.getOID()));
    }

    private boolean known(OperationKind kind, String oid) {
        return switch (oid) {
            case SimplePagedResultsControl.PAGED_RESULTS_OID ->
                kind == OperationKind.SEARCH && behaviour.paging != PagingMode.UNSUPPORTED;
            case PasswordPolicyResponse.OID -> kind == OperationKind.BIND;
            default -> false;
        };
    }
}
