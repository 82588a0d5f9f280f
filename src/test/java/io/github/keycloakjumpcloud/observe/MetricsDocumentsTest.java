package io.github.keycloakjumpcloud.observe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.keycloakjumpcloud.sync.ActionKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsDocumentsTest {

    private static final Pattern SERIES = Pattern.compile("keycloak_jumpcloud_\\w+");
    private static final Pattern SELECTOR = Pattern.compile("(keycloak_jumpcloud_\\w+)\\{([^}]*)\\}");
    private static final Pattern LABEL = Pattern.compile("(\\w+)\\s*(?:=~|!~|!=|=)");

    private final MetricsTable table = MetricsTable.read();

    @ParameterizedTest
    @ValueSource(strings = {"grafana-dashboard.json", "alert-rules.yml"})
    @DisplayName("dashboard and rules name only metrics and tags of the table")
    void named(String file) {
        String text = MetricsTable.text(Path.of("docs", file)).replace("\\\"", "\"");

        List<String> series =
                SERIES.matcher(text).results().map(MatchResult::group).toList();
        assertThat(series).isNotEmpty().allMatch(name -> table.ofSeries(name).isPresent());
        assertThat(SELECTOR.matcher(text).results()).allSatisfy(selector -> {
            MetricsTable.Metric metric = table.ofSeries(selector.group(1)).orElseThrow();
            assertThat(LABEL.matcher(selector.group(2)).results())
                    .allMatch(label -> metric.tags().contains(label.group(1)));
        });
    }

    @Test
    @DisplayName("the dashboard shows every metric of the table but those that only its rules and variables need")
    void dashboard() throws Exception {
        JsonNode dashboard = new ObjectMapper().readTree(MetricsTable.text(Path.of("docs", "grafana-dashboard.json")));
        List<String> shown = new ArrayList<>();
        dashboard.path("panels").findValuesAsText("expr").forEach(expression -> SERIES.matcher(expression)
                .results()
                .forEach(series -> shown.add(series.group())));

        assertThat(table.metrics().keySet())
                .filteredOn(metric -> shown.stream().noneMatch(series -> series.startsWith(metric)))
                .containsExactlyInAnyOrder(
                        "keycloak_jumpcloud_sync_period_seconds", "keycloak_jumpcloud_binds_seconds_max");
        assertThat(dashboard.path("panels").findValuesAsText("id")).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("the table lists the values that tags can have")
    void values() {
        String page = MetricsTable.text(Path.of("docs", "metrics.md"));

        for (List<String> values :
                List.of(Outcomes.OF_SIGN_INS, Outcomes.OF_BINDS, Outcomes.OF_LOOKUPS, Outcomes.OF_READS)) {
            assertThat(values).allMatch(value -> page.contains("`" + value + "`"));
        }
        assertThat(ActionKind.values())
                .allMatch(kind -> page.contains("`" + kind.name().toLowerCase(Locale.ROOT) + "`"));
    }
}
