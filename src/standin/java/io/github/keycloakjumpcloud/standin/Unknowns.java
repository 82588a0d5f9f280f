package io.github.keycloakjumpcloud.standin;

import java.time.Duration;

/**
 * Switches for answers of JumpCloud's that nobody has published and no user depends on. Every setter takes effect at once and returns this object.
 * Thread-safe; {@link Behaviour#reset()} restores the defaults.
 */
public final class Unknowns {

    volatile RootDseAccess rootDse = RootDseAccess.EVERYBODY;
    volatile String vendor = "";
    volatile boolean schemaServed;
    volatile int anonymousBind;
    volatile int unknownUserBind;
    volatile boolean whoAmI;
    volatile boolean otherPasswords;
    volatile boolean nestedGroups;
    volatile boolean ownEntry;
    volatile Duration searchPause = Duration.ZERO;
    volatile String silentFilter = "";

    Unknowns() {
        reset();
    }

    void reset() {
        rootDse = RootDseAccess.EVERYBODY;
        vendor = "";
        schemaServed = false;
        anonymousBind = ResultCodes.SUCCESS;
        unknownUserBind = ResultCodes.INVALID_CREDENTIALS;
        whoAmI = false;
        otherPasswords = false;
        nestedGroups = false;
        ownEntry = false;
        searchPause = Duration.ZERO;
        silentFilter = "";
    }

    /** Who may read the root DSE; default {@link RootDseAccess#EVERYBODY}. */
    public Unknowns rootDse(RootDseAccess access) {
        rootDse = access;
        return this;
    }

    /** The root DSE's {@code vendorName}; default none. */
    public Unknowns vendor(String name) {
        vendor = name;
        return this;
    }

    /** Whether the subschema can be read; default false. */
    public Unknowns schema(boolean served) {
        schemaServed = served;
        return this;
    }

    /** The result of a bind without DN and password; default 0, other likely ones are 48 inappropriateAuthentication and 53 unwillingToPerform. */
    public Unknowns anonymousBind(int resultCode) {
        anonymousBind = resultCode;
        return this;
    }

    /** The result of a bind as somebody who does not exist; default 49, as for a wrong password. */
    public Unknowns unknownUserBind(int resultCode) {
        unknownUserBind = resultCode;
        return this;
    }

    /** Whether "Who am I?" (RFC 4532) is answered; default false: an unknown extended operation. */
    public Unknowns whoAmI(boolean supported) {
        whoAmI = supported;
        return this;
    }

    /** Whether a Bind DN user sees {@code userPassword} in everybody's entry; default false. See {@link Behaviour#ownPassword(boolean)}. */
    public Unknowns otherPasswords(boolean served) {
        otherPasswords = served;
        return this;
    }

    /** Whether each group lists a group among its members; default false. */
    public Unknowns nestedGroups(boolean nested) {
        nestedGroups = nested;
        return this;
    }

    /** Whether a user who may not search finds the own entry all the same, as with servers whose rules speak of "self"; default false. */
    public Unknowns ownEntry(boolean found) {
        ownEntry = found;
        return this;
    }

    /** Time before the answer of a search through many entries, that is of any scope but the base; default none. */
    public Unknowns searchPause(Duration pause) {
        searchPause = pause;
        return this;
    }

    /** Searches whose filter contains this text are never answered; default none. */
    public Unknowns silentFilter(String text) {
        silentFilter = text;
        return this;
    }
}
