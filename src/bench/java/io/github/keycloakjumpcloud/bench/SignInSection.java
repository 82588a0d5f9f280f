package io.github.keycloakjumpcloud.bench;

import java.util.List;
import java.util.stream.Collectors;

/** The section of the document about sign-ins. */
record SignInSection(SignInOptions options, SignInResults results, RunDescription run) {

    static final String TITLE = "Sign-in";
    static final String PICTURE = "images/benchmark-sign-in.svg";

    String text() {
        return String.join(
                "\n",
                "By direct grant at the token endpoint, over kept-alive HTTP connections, with " + Numbers.whole(1_000L)
                        + " people imported before.",
                "",
                "![Time of a sign-in against users at the same time](" + PICTURE + ")",
                "",
                new SignInTable(options, results).text(),
                points(),
                "");
    }

    private String points() {
        return List.of(
                        "**times** are median / 95th / 99th percentile of "
                                + Numbers.whole((long) options.signIns()) + " sign-ins (at least "
                                + SignInKind.KNOWN_USER.turns() + " for each user at once, "
                                + SignInKind.UNKNOWN_NAME.turns()
                                + " with unknown names), from the request to the end of Keycloak's answer, the median of "
                                + options.repetitions()
                                + " repetitions each. In every repetition each provider has a Keycloak and a database ("
                                + options.database().label()
                                + ") of its own, and each line is measured with one right after the other; before, "
                                + Numbers.whole((long) options.warmUp())
                                + " people sign in whom nobody measures (and so do some unknown names and wrong passwords), in rounds between which the server has the time to compile, and before each line everybody of a circle of "
                                + SignInKind.CIRCLE
                                + " once and, where many sign in at once, the line itself, and the server has compiled what it has seen. A line during which the machine's host gave more than 3 % of the"
                                + " processors to others is measured up to three times, and what it disturbed least counts. \"wrong\": answers in all repetitions that were not the right one, such as 503.",
                        "**known user**: somebody of the circle, who has signed in a moment ago. **ID token**: the same with `scope=openid`, for which Keycloak signs"
                                + " a second token with RSA: work that is the same with either provider, and that hides the difference the more, the fewer processors there are. **read anew**: the same with `loginRefreshSeconds`"
                                + " 0, as at everybody's first sign-in of a day: profile and groups are searched for while the bind is under way. The"
                                + " built-in provider always searches for the entry first; its figures stand in both lines.",
                        "**wrong password**: of the same people, a different one each time, because this extension answers a repeated one by itself."
                                + " Brute-force detection is off, so that each of them reaches the directory. If nobody has looked at the entry for a"
                                + " minute, a refusal costs one search more, whether he has moved: then it takes two round trips.",
                        "**unknown name**: another one each time. Keycloak then hashes a made-up password, so that nobody learns from the time who"
                                + " exists; that is part of the time of both, and the greater part: from one start of a server to another it differs by a factor of two, with"
                                + " either provider, by how well the JVM has compiled the hash.",
                        "**faster**: the built-in provider's time divided by that of this extension. **more**: this extension's sign-ins a second"
                                + " divided by those of the built-in provider. Left of a slash the built-in provider, right of it this extension.",
                        "**limit**: the same binds over the same line without Keycloak, over one open connection for each user. The difference is"
                                + " Keycloak: flow, session, database, an access token with an RSA signature. Sign-ins of local users would show nothing, as those hash"
                                + " passwords.",
                        "**LDAP operations**: binds and searches for each sign-in, from slapd's `cn=Monitor`, and so **new connections**; what looks after"
                                + " idle connections is among them. **CPU**: of Keycloak's process, for each sign-in. Keycloak, database, directory, relay"
                                + " and the one who signs in share the machine: at many users at once, processors are what there is too little of, and most of what is"
                                + " spent is Keycloak's own work for a session and its tokens, the same with either provider.",
                        "**first of two servers**: the second one works. \"Refuses\": nobody listens, \"silent\": it takes connections and says nothing,"
                                + " for which the built-in provider would wait for ever by default; here as long as this extension, 1,000 ms.",
                        "**second factor**: the stand-in for JumpCloud as `ldap-mfa` host, password and code in one field. While "
                                + PushHost.PUSHES
                                + " browsers wait, as many others have typed their password alone and not yet looked at their phones; each browser asks"
                                + " as often as the page tells it to.",
                        "command: `" + options.command()
                                + "`; `-Dbench.signInUsers`, `-Dbench.signInRoundTrips`, `-Dbench.signInKinds`, `-Dbench.signInSituations`, `-Dbench.signInCells` and `-Dbench.contenders` choose; "
                                + run.date()
                                + ", commit " + run.machine().commit() + ", "
                                + run.machine().processor() + ", "
                                + run.machine().cores() + " cores, heap and servers as above")
                .stream()
                .map(point -> "- " + point + "\n")
                .collect(Collectors.joining());
    }
}
