package io.github.keycloakjumpcloud.adopt;

/** From where to where users move. */
public sealed interface Move {

    /** The other side, as a report names it: a component's id or an identity provider's alias. */
    String otherSide();

    /**
     * From a built-in LDAP provider to this one.
     *
     * @param componentId the built-in provider
     */
    record FromLdap(String componentId) implements Move {
        @Override
        public String otherSide() {
            return componentId;
        }
    }

    /**
     * Local users who came through an identity provider become this provider's.
     *
     * @param alias the identity provider
     */
    record FromIdentityProvider(String alias) implements Move {
        @Override
        public String otherSide() {
            return alias;
        }
    }

    /**
     * From this provider to a built-in LDAP provider.
     *
     * @param componentId the built-in provider
     */
    record ToLdap(String componentId) implements Move {
        @Override
        public String otherSide() {
            return componentId;
        }
    }
}
