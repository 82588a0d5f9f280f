package io.github.keycloakjumpcloud.sync;

import io.github.keycloakjumpcloud.store.UserWriter;
import java.util.function.Consumer;

/**
 * One entry's writes; they happen together or not at all.
 *
 * @param dn the entry, for the report
 * @param writes what is written
 */
record EntryTask(String dn, Consumer<UserWriter> writes) {}
