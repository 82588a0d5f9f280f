package io.github.keycloakjumpcloud.bench;

/** What somebody types who signs in. */
enum SignInKind {
    /** People who signed in a moment ago. */
    KNOWN_USER("known user"),
    /** The same, for an application that asks for an ID token beside the access token. */
    ID_TOKEN("known user, ID token"),
    /** Profile and groups are read anew at every sign-in, as at the first one of a day. */
    REFRESHED_USER("known user, read anew"),
    UNKNOWN_NAME("unknown name"),
    WRONG_PASSWORD("wrong password"),
    /** Where users pass a second factor. */
    CODE("password and code");

    /** So few that all of them are known well before anything is measured. */
    static final int CIRCLE = 200;

    private static final String CODE_ENDING = ",123456";

    private final String label;

    SignInKind(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** Never the same wrong password nor the same unknown name twice. */
    Credentials credentials(People people, int number) {
        int person = number % CIRCLE;
        String name = people.name(person);
        return switch (this) {
            case KNOWN_USER, ID_TOKEN, REFRESHED_USER -> new Credentials(name, people.password(person));
            case UNKNOWN_NAME -> new Credentials("nobody" + number, people.password(person));
            case WRONG_PASSWORD -> new Credentials(name, "wrong-" + number);
            case CODE -> new Credentials(name, people.password(person) + CODE_ENDING);
        };
    }

    /** How often each user signs in at least: for so long that the rate is one that lasts. A made-up name costs Keycloak a hash, ten times the rest. */
    int turns() {
        return this == UNKNOWN_NAME ? 5 : 30;
    }

    boolean isRight() {
        return this != UNKNOWN_NAME && this != WRONG_PASSWORD;
    }
}
