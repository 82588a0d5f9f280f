package io.github.keycloakjumpcloud.store;

import java.util.List;

/** Welcome mails that are to be sent. Whoever has taken one may send it, and nobody else. Thread-safe. */
public interface MailQueue {

    /** Those that wait; whoever has waited longest since the last try comes first. */
    List<WaitingMail> waiting();

    /** Marks the mail as sent before it is; false where somebody else has done so. */
    boolean take(WaitingMail mail);

    /** Lets a mail that certainly did not leave wait for another try, behind the others; false where no mails are wanted any more. */
    boolean giveBack(WaitingMail mail);
}
