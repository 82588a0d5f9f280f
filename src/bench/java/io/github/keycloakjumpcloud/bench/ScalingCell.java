package io.github.keycloakjumpcloud.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What one server measures for docs/scaling.md.
 *
 * @param each how many groups everybody is in
 * @param ldapMillis round trip to the directory
 * @param databaseMillis round trip to the database
 * @param rewritten whether PostgreSQL's driver sends many rows in a statement
 * @param repetitions how often, each time in a realm of its own
 * @param what {@code syncs}, {@code signins}, {@code memory}, {@code importmemory}, {@code tables}; {@code directory} makes its data and measures nothing
 */
record ScalingCell(
        int users, int each, int ldapMillis, int databaseMillis, boolean rewritten, int repetitions, Set<String> what) {

    private static final int FIELDS = 7;

    ScalingCell {
        what = Set.copyOf(what);
    }

    /** From {@code 10000:5:30:1:rewritten:3:syncs+signins}. */
    static ScalingCell parse(String text) {
        String[] parts = text.trim().split(":", -1);
        if (parts.length != FIELDS) {
            throw new IllegalArgumentException("'" + text + "' has to have " + FIELDS
                    + " parts: users:groups of each:LDAP ms:database ms:plain or rewritten:repetitions:what");
        }
        return new ScalingCell(
                Integer.parseInt(parts[0]),
                Integer.parseInt(parts[1]),
                Integer.parseInt(parts[2]),
                Integer.parseInt(parts[3]),
                parts[4].equals("rewritten"),
                Integer.parseInt(parts[5]),
                Set.copyOf(Arrays.asList(parts[6].split("\\+", -1))));
    }

    Scale scale() {
        return Scale.of(users, each);
    }

    boolean wants(String kind) {
        return what.contains(kind);
    }

    /** What every line of a result begins with. */
    List<String> columns() {
        return List.of(
                String.valueOf(users),
                String.valueOf(scale().groups()),
                String.valueOf(scale().memberships()),
                String.valueOf(ldapMillis),
                String.valueOf(databaseMillis),
                rewritten ? "yes" : "no");
    }
}
