/**
 * JumpCloud over LDAP, the only package that knows the LDAP library. {@link io.github.keycloakjumpcloud.directory.ldap.LdapConnections} is kept
 * for as long as a configuration lives, {@link io.github.keycloakjumpcloud.directory.ldap.LdapDirectory} is made for one request.
 */
@NullMarked
package io.github.keycloakjumpcloud.directory.ldap;

import org.jspecify.annotations.NullMarked;
