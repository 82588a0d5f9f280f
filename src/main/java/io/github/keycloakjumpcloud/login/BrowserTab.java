package io.github.keycloakjumpcloud.login;

import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * One tab in which somebody signs in.
 *
 * @param root the id of the browser's authentication session
 * @param tab the tab's id within it
 */
record BrowserTab(String root, String tab) {

    static BrowserTab of(AuthenticationSessionModel session) {
        return new BrowserTab(session.getParentSession().getId(), session.getTabId());
    }
}
