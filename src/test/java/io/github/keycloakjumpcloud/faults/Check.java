package io.github.keycloakjumpcloud.faults;

/** Something that must hold, and what was found. */
record Check(String claim, boolean holds, String found) {}
