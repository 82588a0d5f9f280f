package io.github.keycloakjumpcloud.standin;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A user with what JumpCloud keeps about it besides the profile. Immutable. */
record Account(
        StandInUser user,
        @Nullable String password,
        long uidNumber,
        Set<Account.Flag> flags,
        UUID entryUuid,
        Instant created,
        Instant modified) {

    enum Flag {
        SUSPENDED,
        LOCKED,
        PASSWORD_EXPIRED
    }

    String key() {
        return Tenant.key(user.uid());
    }

    boolean is(Flag flag) {
        return flags.contains(flag);
    }

    Account with(StandInUser changed) {
        return new Account(changed, password, uidNumber, flags, entryUuid, created, Instant.now());
    }

    Account withPassword(@Nullable String changed) {
        return new Account(user, changed, uidNumber, flags, entryUuid, created, modified);
    }

    Account with(Flag flag, boolean set) {
        Set<Flag> changed = EnumSet.noneOf(Flag.class);
        changed.addAll(flags);
        if (set) {
            changed.add(flag);
        } else {
            changed.remove(flag);
        }
        return new Account(user, password, uidNumber, changed, entryUuid, created, modified);
    }

    /** Whether the account is in LDAP at all. */
    boolean listed(Behaviour behaviour) {
        return !(is(Flag.SUSPENDED) && behaviour.suspendedGone)
                && !(is(Flag.LOCKED) && behaviour.lockoutAction == AccountAction.REMOVE)
                && !(is(Flag.PASSWORD_EXPIRED) && behaviour.passwordExpirationAction == AccountAction.REMOVE);
    }
}
