package io.github.keycloakjumpcloud.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CompanyTest {

    @ParameterizedTest
    @ValueSource(ints = {200, 2_000, 10_000})
    @DisplayName("everybody is in five different groups, before and after, and nobody is called like somebody else")
    void groups(int users) {
        for (DirectoryState state : DirectoryState.values()) {
            Company company = new Company(Scale.of(users), state);
            assertThat(IntStream.range(0, users)).allSatisfy(user -> assertThat(new HashSet<>(company.groupsOf(user)))
                    .hasSize(Scale.MEMBERSHIPS));
            assertThat(IntStream.range(0, users).mapToObj(company::uid).distinct())
                    .hasSize(users);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2_000, 10_000})
    @DisplayName("a tenth of the memberships moves, and every group loses a tenth of its members and wins as many")
    void memberships(int users) {
        Scale scale = Scale.of(users);
        int perGroup = scale.memberships() / scale.groups();
        Company before = new Company(scale, DirectoryState.USERS_CHANGED);
        Company after = new Company(scale, DirectoryState.MEMBERSHIPS_CHANGED);
        for (int group = 0; group < scale.groups(); group++) {
            Set<Integer> left = members(before, group);
            Set<Integer> joined = members(after, group);
            assertThat(joined).hasSize(perGroup);
            left.removeAll(members(after, group));
            assertThat(left).hasSize(perGroup / 10);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2_000, 10_000})
    @DisplayName("one user in a hundred gets another name and keeps the id")
    void names(int users) {
        Company before = new Company(Scale.of(users), DirectoryState.FIRST);
        Company after = new Company(Scale.of(users), DirectoryState.USERS_CHANGED);
        assertThat(IntStream.range(0, users)
                        .filter(user -> !before.lastName(user).equals(after.lastName(user))))
                .hasSize(users / 100);
        assertThat(IntStream.range(0, users))
                .allSatisfy(user -> assertThat(after.id(user)).isEqualTo(before.id(user)));
    }

    private static Set<Integer> members(Company company, int group) {
        Set<Integer> members = new TreeSet<>();
        for (int user = 0; user < company.scale().users(); user++) {
            if (company.groupsOf(user).contains(group)) {
                members.add(user);
            }
        }
        return members;
    }
}
