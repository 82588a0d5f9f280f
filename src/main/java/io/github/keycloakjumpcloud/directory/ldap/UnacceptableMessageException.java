package io.github.keycloakjumpcloud.directory.ldap;

import java.io.IOException;

/** A message that is not taken in, and the connection with it. */
final class UnacceptableMessageException extends IOException {

    UnacceptableMessageException(String what) {
        super(what);
    }
}
