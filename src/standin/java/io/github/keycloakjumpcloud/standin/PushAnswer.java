package io.github.keycloakjumpcloud.standin;

/** What the user does with the push on the phone, after {@link Behaviour#push(PushAnswer, java.time.Duration)}'s delay. */
public enum PushAnswer {
    /** The bind succeeds. */
    APPROVED,
    /** The bind is refused with 49. The default, at once. */
    DENIED
}
