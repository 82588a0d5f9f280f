/** What a number of users costs: a model that is fitted to what was measured (docs/scaling/*.csv), and the tables of docs/scaling.md, which are made from it. */
@NullMarked
package io.github.keycloakjumpcloud.scaling;

import org.jspecify.annotations.NullMarked;
