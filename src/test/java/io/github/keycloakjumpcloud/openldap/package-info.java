/** A real slapd as a second opinion: what the stand-in does is what its authors believe, what OpenLDAP does is what OpenLDAP does. */
@NullMarked
package io.github.keycloakjumpcloud.openldap;

import org.jspecify.annotations.NullMarked;
