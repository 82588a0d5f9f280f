@NullMarked
package io.github.keycloakjumpcloud.admin;

import org.jspecify.annotations.NullMarked;
