/** This provider's own admin REST: {@code /admin/realms/{realm}/jumpcloud/{component}/…}. */
@NullMarked
package io.github.keycloakjumpcloud.admin;

import org.jspecify.annotations.NullMarked;
