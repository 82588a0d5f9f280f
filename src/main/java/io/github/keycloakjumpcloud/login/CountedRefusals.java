package io.github.keycloakjumpcloud.login;

import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Tells Keycloak's brute-force detection, in a session of its own, as Keycloak does at the end of a failed sign-in. Thread-safe. */
final class CountedRefusals implements UncollectedRefusals {

    private static final Logger LOG = Logger.getLogger(CountedRefusals.class);

    private final KeycloakSessionFactory factory;

    CountedRefusals(KeycloakSessionFactory factory) {
        this.factory = factory;
    }

    @Override
    public void count(Applicant applicant) {
        try {
            KeycloakModelUtils.runJobInTransaction(factory, session -> count(session, applicant));
        } catch (RuntimeException e) {
            LOG.errorf(
                    e,
                    "JumpCloud refused a sign-in of user %s, but brute-force detection could not count it",
                    applicant.userId());
        }
    }

    private static void count(KeycloakSession session, Applicant applicant) {
        RealmModel realm = session.realms().getRealm(applicant.realmId());
        if (realm == null || !realm.isBruteForceProtected()) {
            return;
        }
        session.getContext().setRealm(realm);
        UserModel user = session.users().getUserById(realm, applicant.userId());
        if (user == null) {
            return;
        }
        FailedLogin.count(session, realm, user, applicant.origin());
        LOG.infof(
                "JumpCloud refused a sign-in of user %s, whose browser did not ask for the answer; it counts as a failure",
                user.getId());
    }
}
