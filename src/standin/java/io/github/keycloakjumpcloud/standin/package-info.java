/**
 * A stand-in for JumpCloud's cloud LDAP: an LDAP server with the tree, the entries, the rules and the failures of {@code ldap.jumpcloud.com}, for
 * tests and for trying things out. Start one with {@link io.github.keycloakjumpcloud.standin.JumpCloudStandIn#builder()}.
 */
@NullMarked
package io.github.keycloakjumpcloud.standin;

import org.jspecify.annotations.NullMarked;
