@NullMarked
package io.github.keycloakjumpcloud.run;

import org.jspecify.annotations.NullMarked;
