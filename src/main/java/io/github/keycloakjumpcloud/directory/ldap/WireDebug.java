package io.github.keycloakjumpcloud.directory.ldap;

import com.unboundid.util.Debug;
import com.unboundid.util.DebugType;
import java.util.EnumSet;
import java.util.Set;

/** The LDAP library's own log, which an administrator can switch on with a system property of the JVM. */
final class WireDebug {

    private WireDebug() {}

    /** Leaves the bytes of messages out, among which are passwords; requests and results stay, without them. */
    static void withoutContents() {
        Set<DebugType> types = EnumSet.copyOf(Debug.getDebugTypes());
        if (types.remove(DebugType.ASN1)) {
            Debug.setEnabled(Debug.debugEnabled() && !types.isEmpty(), types);
        }
    }
}
