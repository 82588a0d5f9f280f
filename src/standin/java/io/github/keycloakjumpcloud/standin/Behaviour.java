package io.github.keycloakjumpcloud.standin;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The stand-in's switches. Every setter takes effect at once, for connections that are open too, and returns this object. Thread-safe;
 * {@link #reset()} restores what the builder asked for.
 */
public final class Behaviour {

    private final Duration baseLatency;
    private final Unknowns unknowns = new Unknowns();
    private volatile Runnable visibilityChanged = () -> {};

    volatile OperationalAttributes operationalAttributes = OperationalAttributes.ABSENT;
    volatile boolean memberOfServed;
    volatile boolean ownPasswordServed;
    volatile ForbiddenSearch forbiddenSearch = ForbiddenSearch.NO_SUCH_OBJECT;
    volatile EmptyPasswordBind emptyPasswordBind = EmptyPasswordBind.UNWILLING;
    volatile AccountAction lockoutAction = AccountAction.DISABLE;
    volatile AccountAction passwordExpirationAction = AccountAction.DISABLE;
    volatile boolean suspendedGone;
    volatile boolean passwordPolicyErrors;
    volatile boolean changeAfterReset;
    volatile String refusalText = "";
    volatile int writeResult;
    volatile PagingMode paging = PagingMode.HONOURED;
    volatile int serverSizeLimit;
    volatile SizeLimitScope sizeLimitScope = SizeLimitScope.PER_PAGE;
    volatile boolean cleartext;
    volatile boolean startTls;
    volatile String totpCode = "";
    volatile PushAnswer pushAnswer = PushAnswer.DENIED;
    volatile Duration pushDelay = Duration.ZERO;
    final AtomicInteger waitingPushes = new AtomicInteger();
    volatile boolean bindUsersExemptFromMfa;
    volatile boolean groupsDelayed;
    volatile Outage outage = Outage.NONE;
    volatile int outageResult;
    volatile Hang hang = Hang.NEVER;
    volatile Duration latency = Duration.ZERO;
    volatile Duration idleTimeout = Duration.ZERO;
    volatile double dropProbability;
    volatile int cutAfterEntries;
    volatile int cutResult;

    Behaviour(Duration baseLatency) {
        this.baseLatency = baseLatency;
        reset();
    }

    /** Restores every default; the latency becomes the builder's. */
    public Behaviour reset() {
        unknowns.reset();
        operationalAttributes = OperationalAttributes.ABSENT;
        memberOfServed = true;
        ownPasswordServed = false;
        forbiddenSearch = ForbiddenSearch.NO_SUCH_OBJECT;
        emptyPasswordBind = EmptyPasswordBind.UNWILLING;
        lockoutAction = AccountAction.DISABLE;
        passwordExpirationAction = AccountAction.DISABLE;
        suspendedGone = false;
        passwordPolicyErrors = false;
        changeAfterReset = false;
        refusalText = "";
        writeResult = ResultCodes.INSUFFICIENT_ACCESS_RIGHTS;
        paging = PagingMode.HONOURED;
        serverSizeLimit = 0;
        sizeLimitScope = SizeLimitScope.PER_PAGE;
        cleartext = true;
        startTls = true;
        totpCode = "123456";
        push(PushAnswer.DENIED, Duration.ZERO);
        bindUsersExemptFromMfa = true;
        groupsDelayed = false;
        unavailable(Outage.NONE, ResultCodes.UNAVAILABLE);
        hang = Hang.NEVER;
        latency = baseLatency;
        idleTimeout = Duration.ZERO;
        dropProbability = 0;
        cutSearchesAfter(-1, 0);
        visibilityChanged.run();
        return this;
    }

    void onVisibilityChange(Runnable listener) {
        visibilityChanged = listener;
    }

    /** More switches, for what only a real tenant can show. */
    public Unknowns unknowns() {
        return unknowns;
    }

    /** Whether entryUUID and the timestamps can be read; default {@link OperationalAttributes#ABSENT}. */
    public Behaviour operationalAttributes(OperationalAttributes mode) {
        operationalAttributes = mode;
        return this;
    }

    /** Whether {@code memberOf} is returned and matched; default true, by default with every user (ldapts live tests 2019-2025). */
    public Behaviour memberOf(boolean served) {
        memberOfServed = served;
        return this;
    }

    /** Whether a Bind DN user sees {@code userPassword} in its own entry (Directus issue 12523 saw that once); default false. */
    public Behaviour ownPassword(boolean served) {
        ownPasswordServed = served;
        return this;
    }

    /** The answer to a search by an ordinary user; default {@link ForbiddenSearch#NO_SUCH_OBJECT}. Anonymous searches always get 32. */
    public Behaviour forbiddenSearch(ForbiddenSearch mode) {
        forbiddenSearch = mode;
        return this;
    }

    /** The answer to a bind with a DN and no password; default {@link EmptyPasswordBind#UNWILLING}. */
    public Behaviour emptyPasswordBind(EmptyPasswordBind mode) {
        emptyPasswordBind = mode;
        return this;
    }

    /** JumpCloud's {@code userLockoutAction}; default {@link AccountAction#DISABLE}. */
    public Behaviour lockoutAction(AccountAction action) {
        lockoutAction = action;
        visibilityChanged.run();
        return this;
    }

    /** JumpCloud's {@code userPasswordExpirationAction}; default {@link AccountAction#DISABLE}. */
    public Behaviour passwordExpirationAction(AccountAction action) {
        passwordExpirationAction = action;
        visibilityChanged.run();
        return this;
    }

    /** Whether suspended users vanish; default false: they stay and cannot bind (Mattermost pull request 28199). */
    public Behaviour suspendedUsersGone(boolean gone) {
        suspendedGone = gone;
        visibilityChanged.run();
        return this;
    }

    /** Whether the password policy response says accountLocked or passwordExpired; default false: it comes back without an error. */
    public Behaviour passwordPolicyErrors(boolean told) {
        passwordPolicyErrors = told;
        return this;
    }

    /** The diagnostic message of refused binds; default none. JumpCloud's is not known. */
    public Behaviour refusalText(String text) {
        refusalText = text;
        return this;
    }

    /** Whether the password policy response of a successful bind says changeAfterReset, as OpenLDAP's does after a reset; default false. */
    public Behaviour changeAfterReset(boolean told) {
        changeAfterReset = told;
        return this;
    }

    /** The result code of every write; default 50 insufficientAccessRights, the other likely one is 53 unwillingToPerform. */
    public Behaviour writeResult(int resultCode) {
        writeResult = resultCode;
        return this;
    }

    /** What becomes of the paged results control; default {@link PagingMode#HONOURED}. */
    public Behaviour paging(PagingMode mode) {
        paging = mode;
        return this;
    }

    /** The server's own limit in entries, 0 for none (the default); beyond it a search ends with 4 and the entries so far. */
    public Behaviour serverSizeLimit(int entries) {
        serverSizeLimit = entries;
        return this;
    }

    /** What the server's limit counts when the client pages; default {@link SizeLimitScope#PER_PAGE}. */
    public Behaviour sizeLimitScope(SizeLimitScope scope) {
        sizeLimitScope = scope;
        return this;
    }

    /** Whether binds and searches without TLS are allowed on the plain port; default true; otherwise 13 confidentialityRequired. */
    public Behaviour cleartext(boolean allowed) {
        cleartext = allowed;
        return this;
    }

    /** Whether StartTLS works; false is what a client sees when somebody on the way strips it: result 2. Default true. */
    public Behaviour startTls(boolean supported) {
        startTls = supported;
        return this;
    }

    /** The one-time code that the second-factor port accepts after {@code password,}; default {@code 123456}. */
    public Behaviour totpCode(String sixDigits) {
        totpCode = sixDigits;
        return this;
    }

    /**
     * What follows a correct password without a code on the second-factor port: the answer is held back for {@code delay} (JumpCloud waits up to
     * 60 s; "JumpCloud: Configure MFA for LDAP") and is then 0 or 49. Holds for pushes that wait already, too. Default: denied at once.
     */
    public Behaviour push(PushAnswer answer, Duration delay) {
        pushAnswer = answer;
        pushDelay = delay;
        return this;
    }

    /** Whether Bind DN users need no second factor; default true, as JumpCloud recommends. */
    public Behaviour bindUsersExemptFromMfa(boolean exempt) {
        bindUsersExemptFromMfa = exempt;
        return this;
    }

    /** Whether changes of groups wait until {@link StandInDirectory#releaseGroups()}; default false. {@link #reset()} keeps what is waiting. */
    public Behaviour delayGroups(boolean delayed) {
        groupsDelayed = delayed;
        return this;
    }

    /** True: every bind, search and compare gets 52 unavailable. */
    public Behaviour unavailable(boolean unavailable) {
        return unavailable(unavailable ? Outage.ALL : Outage.NONE, ResultCodes.UNAVAILABLE);
    }

    /** The given operations get {@code resultCode}: 51 busy, 52 unavailable, or any other. */
    public Behaviour unavailable(Outage which, int resultCode) {
        outageResult = resultCode;
        outage = which;
        return this;
    }

    /** Where connections go silent; default {@link Hang#NEVER}. Requests already hanging stay so until their connection ends. */
    public Behaviour hang(Hang point) {
        hang = point;
        return this;
    }

    /** Time before each answer; default the builder's, which is none. JumpCloud averages 30 ms per search (jumpcloud-ldap-proxy, 2026). */
    public Behaviour latency(Duration perRequest) {
        latency = perRequest;
        return this;
    }

    /** Connections without a request for this long are closed; zero means never (the default). Fractions of a second are fine. */
    public Behaviour idleTimeout(Duration timeout) {
        idleTimeout = timeout;
        return this;
    }

    /** The chance, 0 to 1, that a request ends its connection instead of being answered; 1 drops each. Default 0. */
    public Behaviour dropProbability(double chance) {
        dropProbability = chance;
        return this;
    }

    /**
     * Searches that find more than {@code entries} entries end early.
     *
     * @param entries entries sent before the end; negative for no cut (the default)
     * @param resultCode the result then sent, e.g. 3 timeLimitExceeded; negative: the connection is dropped instead
     */
    public Behaviour cutSearchesAfter(int entries, int resultCode) {
        cutResult = resultCode;
        cutAfterEntries = entries;
        return this;
    }
}
