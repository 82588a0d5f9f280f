package io.github.keycloakjumpcloud.directory.ldap;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.ResultCode;
import org.jspecify.annotations.Nullable;

/** Counts what comes in, over one or several searches, against a limit. Used by one thread at a time. */
final class Intake {

    private final AnswerLimit limit;
    private int entries;
    private int references;
    private long bytes;

    Intake(AnswerLimit limit) {
        this.limit = limit;
    }

    /** Counts an entry; says with which result code the search is to end where it is too much. */
    @Nullable
    ResultCode take(Entry entry) {
        entries++;
        bytes += AnswerLimit.weight(entry);
        if (bytes > limit.bytes()) {
            return ResultCode.NO_MEMORY;
        }
        return entries > limit.entries() ? ResultCode.SIZE_LIMIT_EXCEEDED : null;
    }

    /** Counts a referral, as above. They are not kept. */
    @Nullable
    ResultCode takeReference() {
        references++;
        return references > AnswerLimit.MANY ? ResultCode.SIZE_LIMIT_EXCEEDED : null;
    }

    int references() {
        return references;
    }
}
