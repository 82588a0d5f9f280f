package io.github.keycloakjumpcloud.welcome;

import java.util.List;

/**
 * What became of a run's welcome mails, or would become of them.
 *
 * @param due how many this run sends at most: those of users whom it creates, and those left over from earlier runs
 * @param sent how many the mail server took
 * @param failed how many it did not take, or perhaps did not; they are not repeated
 * @param waiting how many are left for the next run
 * @param lapsed how many were not sent because the user was gone, disabled or without address by then, or the option off
 * @param withoutAddress how many users were created who have no mail address
 * @param problems what went wrong, as English sentences, each once, at most 20
 */
public record WelcomeMails(
        long due, long sent, long failed, long waiting, long lapsed, long withoutAddress, List<String> problems) {

    public WelcomeMails {
        problems = List.copyOf(problems);
    }
}
