package io.github.keycloakjumpcloud.welcome;

import io.github.keycloakjumpcloud.store.MailQueue;
import io.github.keycloakjumpcloud.store.WaitingMail;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A queue in memory. */
final class FakeMailQueue implements MailQueue {

    private final List<WaitingMail> mails = new ArrayList<>();

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
    public void giveBack(WaitingMail mail) {
        mails.add(mail);
    }

    List<String> users() {
        return mails.stream().map(WaitingMail::userId).toList();
    }
}
