/** Distinguished names, which both the configuration and the directory compare. Depends on nothing else of the project. */
@NullMarked
package io.github.keycloakjumpcloud.dn;

import org.jspecify.annotations.NullMarked;
