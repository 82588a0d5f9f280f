package io.github.keycloakjumpcloud.config;

import static io.github.keycloakjumpcloud.config.InvalidValueException.label;
import static io.github.keycloakjumpcloud.config.InvalidValueException.quoted;

import io.github.keycloakjumpcloud.dn.DistinguishedName;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The account that searches: its name and its password. */
record ReaderFields(ConfigValues values, TreeFields tree) implements Fields {

    /** What Keycloak's admin REST shows instead of a secret. It reaches us only when somebody creates a component from such an answer. */
    static final String MASK = "**********";

    /** Message key for a provider that is switched on without a password. */
    static final String CREDENTIAL_MISSING = "jumpcloud.config.bindCredentialMissing";

    @Override
    public List<Supplier<?>> readers() {
        return List.of(this::bindDn, this::bindCredential);
    }

    /** The reader's full DN, in the letter case it was typed in. */
    String bindDn() {
        String given = values.text(ConfigKeys.BIND_DN)
                .orElseThrow(
                        () -> new InvalidValueException("jumpcloud.config.bindDnMissing", label(ConfigKeys.BIND_DN)));
        if (given.indexOf('=') < 0) {
            return "uid=" + DistinguishedName.escape(given) + "," + tree.container();
        }
        DistinguishedName typed = TreeFields.parse(given)
                .orElseThrow(() -> new InvalidValueException(
                        "jumpcloud.config.bindDnInvalid", label(ConfigKeys.BIND_DN), quoted(given)));
        if (typed.parent().isEmpty()) {
            return given + "," + tree.container();
        }
        DistinguishedName dn = tree.complete(typed);
        tree.checkOrganization(ConfigKeys.BIND_DN, dn);
        // Elsewhere the reader may live outside the tree that is searched (cn=admin,...); in JumpCloud it is one of the
        // organisation's users.
        if (tree.isJumpCloud() && !dn.isWithin(tree.base())) {
            throw new InvalidValueException(
                    "jumpcloud.config.bindDnOutside",
                    label(ConfigKeys.BIND_DN),
                    quoted(given),
                    quoted(tree.base().toString()));
        }
        return dn.toString();
    }

    /**
     * The password as stored: plain text or a vault expression. A provider that is switched off may be without: emptying the field is how an
     * administrator makes room for typing the same password anew ({@link BindCredentialRule}).
     */
    String bindCredential() {
        Optional<String> given = values.verbatim(ConfigKeys.BIND_CREDENTIAL).filter(value -> !value.equals(MASK));
        if (given.isEmpty() && !values.text("enabled", "true").equalsIgnoreCase("false")) {
            throw new InvalidValueException(CREDENTIAL_MISSING, label(ConfigKeys.BIND_CREDENTIAL));
        }
        return given.orElse("");
    }
}
