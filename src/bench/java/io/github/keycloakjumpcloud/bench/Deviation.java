package io.github.keycloakjumpcloud.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * How far what Keycloak holds is from what the directory holds: a fast sync that leaves things undone is no fast sync.
 *
 * @param users people who are missing, too many or have another last name
 * @param memberships that are missing or too many
 */
record Deviation(long users, long memberships) {

    static Deviation of(BenchDatabase database, String federation, Company company) {
        try (Connection connection = database.jdbc().connect()) {
            return new Deviation(
                    differences(people(company), people(connection, federation)),
                    differences(memberships(company), memberships(connection, federation)));
        } catch (SQLException e) {
            throw new IllegalStateException("What was imported cannot be read", e);
        }
    }

    private static Map<String, String> people(Company company) {
        Map<String, String> people = new HashMap<>();
        for (int user = 0; user < company.scale().users(); user++) {
            people.put(company.uid(user), company.lastName(user));
        }
        return people;
    }

    private static Set<String> memberships(Company company) {
        Set<String> memberships = new HashSet<>();
        for (int user = 0; user < company.scale().users(); user++) {
            for (int group : company.groupsOf(user)) {
                memberships.add(company.uid(user) + "|" + company.group(group));
            }
        }
        return memberships;
    }

    private static Map<String, String> people(Connection connection, String federation) throws SQLException {
        Map<String, String> people = new HashMap<>();
        try (PreparedStatement query =
                connection.prepareStatement("select username, last_name from user_entity where federation_link = ?")) {
            query.setString(1, federation);
            ResultSet rows = query.executeQuery();
            while (rows.next()) {
                people.put(rows.getString(1), String.valueOf(rows.getString(2)));
            }
        }
        // The built-in provider takes the reader for a person; whether it is one is a matter of taste.
        people.remove(CompanyLdif.READER);
        return people;
    }

    private static Set<String> memberships(Connection connection, String federation) throws SQLException {
        Set<String> memberships = new HashSet<>();
        try (PreparedStatement query = connection.prepareStatement("select u.username, g.name from user_entity u"
                + " join user_group_membership m on m.user_id = u.id join keycloak_group g on g.id = m.group_id"
                + " where u.federation_link = ?")) {
            query.setString(1, federation);
            ResultSet rows = query.executeQuery();
            while (rows.next()) {
                memberships.add(rows.getString(1) + "|" + rows.getString(2));
            }
        }
        return memberships;
    }

    private static long differences(Map<String, String> right, Map<String, String> found) {
        long wrong = right.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(found.get(entry.getKey())))
                .count();
        return wrong
                + found.keySet().stream()
                        .filter(name -> !right.containsKey(name))
                        .count();
    }

    private static long differences(Set<String> right, Set<String> found) {
        return right.stream().filter(one -> !found.contains(one)).count()
                + found.stream().filter(one -> !right.contains(one)).count();
    }
}
