package io.github.keycloakjumpcloud.directory.ldap;

import com.unboundid.util.Debug;
import com.unboundid.util.DebugType;
import java.util.EnumSet;

/** The LDAP library's own log, which an administrator can switch on with a system property of the JVM. */
final class WireDebug {

    private WireDebug() {}

    /** Leaves the bytes of messages out, among which are passwords; requests and results stay, without them. */
    static void withoutContents() {
        Debug.setEnabled(Debug.debugEnabled(), EnumSet.complementOf(EnumSet.of(DebugType.ASN1)));
    }
}
