package io.github.keycloakjumpcloud.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.adopt.AdoptionPlan;
import io.github.keycloakjumpcloud.adopt.AdoptionPlan.Match;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AdoptAnswerTest {

    @Test
    @DisplayName("lists who becomes whom by user name, and no more than the first 200")
    void matches() {
        Match first = new Match("a-user", "zoe@example.com", "zoe");
        List<Match> others = IntStream.range(0, 200)
                .mapToObj(number -> new Match("user" + number, "name" + number, "person" + number))
                .toList();
        AdoptionPlan plan = new AdoptionPlan(
                "broker",
                null,
                List.of(),
                Map.of(),
                List.of(),
                List.of(),
                Stream.concat(others.stream(), Stream.of(first)).toList());

        List<Match> listed = AdoptAnswer.of(plan, false).matches();

        assertThat(listed).hasSize(200).startsWith(first, new Match("user0", "name0", "person0"));
    }
}
