package io.github.keycloakjumpcloud.directory.ldap;

import com.unboundid.ldap.sdk.ExtendedResult;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.UnsolicitedNotificationHandler;
import com.unboundid.ldap.sdk.extensions.NoticeOfDisconnectionExtendedResult;

/**
 * Ends a connection of which the server says that it ends (RFC 4511, section 4.4.1). The library waits until the server really closes it, and whoever
 * uses it would wait as well. Other notifications mean nothing here.
 */
final class NoticeOfDisconnection implements UnsolicitedNotificationHandler {

    private final Runnable cut;

    NoticeOfDisconnection(Runnable cut) {
        this.cut = cut;
    }

    @Override
    public void handleUnsolicitedNotification(LDAPConnection connection, ExtendedResult notification) {
        if (NoticeOfDisconnectionExtendedResult.NOTICE_OF_DISCONNECTION_RESULT_OID.equals(notification.getOID())) {
            cut.run();
        }
    }
}
