package io.github.keycloakjumpcloud.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which sign-ins are measured, from system properties.
 *
 * @param users how many sign in at the same time
 * @param names of cells to measure, those in which this is found
 * @param signIns in each cell, at least; every user has a few turns
 * @param warmUp sign-ins before anything is measured, of every Keycloak
 */
record SignInOptions(
        List<Integer> roundTrips,
        List<Integer> users,
        Pattern names,
        Set<SignInKind> kinds,
        Set<Situation> situations,
        List<SignInContender> contenders,
        DatabaseKind database,
        int signIns,
        int warmUp,
        int repetitions) {

    /** Where something is out of order: the middle of what is measured. */
    private static final int DISTURBED_ROUND_TRIP = 30;

    private static final int DISTURBED_USERS = 20;

    /** What 200 others cost one, and what they cost a busy hour. */
    private static final List<Integer> SECOND_FACTOR_USERS = List.of(1, DISTURBED_USERS);

    static SignInOptions read() {
        return new SignInOptions(
                numbers("bench.signInRoundTrips", "0,30,100"),
                numbers("bench.signInUsers", "1,20,100"),
                Pattern.compile(System.getProperty("bench.signInCells", "")),
                named(SignInKind.class, "bench.signInKinds"),
                named(Situation.class, "bench.signInSituations"),
                whoTakesPart(),
                DatabaseKind.named(System.getProperty("bench.signInDatabase", "postgres")),
                Integer.getInteger("bench.signIns", 400),
                Integer.getInteger("bench.signInWarmUp", 2_000),
                Integer.getInteger("bench.repetitions", 3));
    }

    private static List<SignInContender> whoTakesPart() {
        List<SignInContender> contenders = new ArrayList<>(Arrays.stream(
                        System.getProperty("bench.contenders", "built_in,ours").split(",", -1))
                .map(name -> SignInContender.valueOf(name.trim().toUpperCase(Locale.ROOT)))
                .toList());
        contenders.add(SignInContender.BARE_BIND);
        return List.copyOf(contenders);
    }

    /** All of them, unless some are named. */
    private static <E extends Enum<E>> Set<E> named(Class<E> type, String property) {
        String names = System.getProperty(property, "");
        return names.isBlank()
                ? EnumSet.allOf(type)
                : Arrays.stream(names.split(",", -1))
                        .map(name -> Enum.valueOf(type, name.trim().toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(type)));
    }

    private static List<Integer> numbers(String property, String fallback) {
        return Arrays.stream(System.getProperty(property, fallback).split(",", -1))
                .map(String::trim)
                .map(Integer::valueOf)
                .toList();
    }

    /** So many that the 99th percentile is not one request, and every user has his turns. */
    int signIns(SignInCell cell) {
        return Math.max(signIns, cell.kind().turns() * cell.users());
    }

    /** Everything that is worth measuring by this contender, in the order of the table. */
    List<SignInCell> cells(SignInContender contender) {
        List<SignInCell> cells = new ArrayList<>();
        for (int roundTrip : roundTrips) {
            for (SignInKind kind : SignInKind.values()) {
                for (int number : users) {
                    cells.add(new SignInCell(contender, roundTrip, Situation.EVERYTHING_WORKS, kind, number));
                }
            }
        }
        for (Situation situation : Situation.values()) {
            if (situation != Situation.EVERYTHING_WORKS) {
                cells.addAll(disturbed(contender, situation));
            }
        }
        return cells.stream()
                .filter(cell -> kinds.contains(cell.kind()) && situations.contains(cell.situation()))
                .filter(SignInOptions::isPossible)
                .filter(cell -> names.matcher(cell.name()).find())
                .toList();
    }

    private List<SignInCell> disturbed(SignInContender contender, Situation situation) {
        int roundTrip = nearest(roundTrips, DISTURBED_ROUND_TRIP);
        SignInKind kind = situation.secondFactor() ? SignInKind.CODE : SignInKind.KNOWN_USER;
        List<Integer> wanted = situation.secondFactor() ? SECOND_FACTOR_USERS : List.of(DISTURBED_USERS);
        return wanted.stream()
                .map(number -> nearest(users, number))
                .distinct()
                .map(number -> new SignInCell(contender, roundTrip, situation, kind, number))
                .toList();
    }

    private static boolean isPossible(SignInCell cell) {
        boolean works = cell.situation() == Situation.EVERYTHING_WORKS;
        return switch (cell.contender()) {
            // It reads the entry at every sign-in, and knows nothing of second factors.
            case BUILT_IN -> cell.kind() != SignInKind.REFRESHED_USER && cell.kind() != SignInKind.CODE;
            case OURS -> cell.kind() != SignInKind.CODE || !works;
            case BARE_BIND -> cell.kind() == SignInKind.KNOWN_USER && works;
        };
    }

    private static int nearest(List<Integer> numbers, int wanted) {
        return numbers.stream()
                .min(Comparator.comparingInt(number -> Math.abs(number - wanted)))
                .orElse(wanted);
    }

    /** That measures the same again. */
    String command() {
        return "mvn -Pbench -Dbench.what=signin -Dbench.signIns=" + signIns + " -Dbench.signInWarmUp="
                + warmUp + " -Dbench.signInDatabase="
                + database.name().toLowerCase(Locale.ROOT) + " -Dbench.repetitions=" + repetitions
                + " -Dbench.signInRoundTrips=" + joined(roundTrips) + " -Dbench.signInUsers=" + joined(users)
                + (kinds.size() < SignInKind.values().length ? " -Dbench.signInKinds=" + joined(kinds) : "")
                + (names.pattern().isEmpty() ? "" : " '-Dbench.signInCells=" + names.pattern() + "'");
    }

    private static String joined(Collection<?> values) {
        return values.stream()
                .map(value -> value.toString().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(","));
    }
}
