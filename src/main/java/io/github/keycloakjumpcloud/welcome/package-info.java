/** Welcome mails to users whom a sync has created: one each, through the realm's mail server, after the users are committed. */
@NullMarked
package io.github.keycloakjumpcloud.welcome;

import org.jspecify.annotations.NullMarked;
