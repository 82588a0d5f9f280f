package io.github.keycloakjumpcloud.welcome;

import io.github.keycloakjumpcloud.store.MailQueue;
import io.github.keycloakjumpcloud.store.WaitingMail;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A queue in memory. */
final class FakeMailQueue implements MailQueue {

    private final List<WaitingMail> mails = new ArrayList<>();
    private boolean wanted = true;
    private int failures;

    static FakeMailQueue of(int mails) {
        FakeMailQueue queue = new FakeMailQueue();
        IntStream.range(0, mails).forEach(i -> queue.mails.add(new WaitingMail("person" + i, "user" + i)));
        return queue;
    }

    @Override
    public List<WaitingMail> waiting() {
        return List.copyOf(mails);
    }

    @Override
    public boolean take(WaitingMail mail) {
        return mails.remove(mail);
    }

    @Override
    public boolean giveBack(WaitingMail mail) {
        if (failures-- > 0) {
            throw new IllegalStateException("no database");
        }
        return wanted && mails.add(mail);
    }

    /** As after the option was switched off. */
    FakeMailQueue unwanted() {
        wanted = false;
        mails.clear();
        return this;
    }

    /** Does not give back so many times. */
    FakeMailQueue failing(int times) {
        failures = times;
        return this;
    }

    List<String> users() {
        return mails.stream().map(WaitingMail::userId).toList();
    }
}
