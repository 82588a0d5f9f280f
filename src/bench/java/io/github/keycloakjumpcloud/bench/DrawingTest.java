package io.github.keycloakjumpcloud.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

final class DrawingTest {

    @Test
    @DisplayName("a logarithmic scale gives every power of ten the same room, whichever way it runs")
    void scale() {
        LogScale scale = LogScale.around(List.of(20.0, 5_000.0), 300, 0);

        assertThat(scale.ticks()).containsExactly(10.0, 100.0, 1_000.0, 10_000.0);
        assertThat(scale.at(10)).isCloseTo(300, within(1e-9));
        assertThat(scale.at(100)).isCloseTo(200, within(1e-9));
        assertThat(scale.at(10_000)).isCloseTo(0, within(1e-9));
    }

    @Test
    @DisplayName("a single power of ten has room around it all the same")
    void scaleOfOneValue() {
        assertThat(LogScale.around(List.of(100.0), 0, 1).ticks()).containsExactly(100.0, 1_000.0);
    }

    @Test
    @DisplayName("the picture is well-formed, with a line and a legend for every series")
    void picture() throws Exception {
        Series one = new Series(
                "fast & small <", "#00f", true, List.of(new Series.Point(10, 0.5), new Series.Point(100, 2)));
        Series two = new Series("slow", "#f00", false, List.of(new Series.Point(10, 30)));

        String svg = new SvgPlot(
                        "users", "seconds", List.of(new Panel("A", List.of(one, two)), new Panel("B", List.of(one))))
                .text();

        Document picture = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        assertThat(picture.getElementsByTagName("polyline").getLength()).isEqualTo(3);
        assertThat(picture.getElementsByTagName("circle").getLength()).isEqualTo(5);
        assertThat(svg).contains("fast &amp; small &lt;", "stroke-dasharray").doesNotContain("NaN", "Infinity");
    }

    @Test
    @DisplayName("a table's lines have as many cells as its head, or it is none")
    void table() {
        MarkdownTable table = new MarkdownTable(1, "what", "how many");
        table.row(List.of("users", "5"));

        assertThat(table.text()).isEqualTo("| what | how many |\n| --- | ---: |\n| users | 5 |\n");
        assertThatThrownBy(() -> table.row(List.of("users"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("the median lies in the middle, whatever the order, and a single measurement has no spread")
    void spread() {
        assertThat(Spread.of(List.of(9.0, 1.0, 2.0))).isEqualTo(new Spread(2, 1, 9));
        assertThat(Spread.of(List.of(4.0, 1.0, 2.0, 9.0)).median()).isEqualTo(3);
        assertThat(Spread.of(List.of(9.0, 1.0, 2.0)).inSeconds()).isEqualTo("2.00 s (1.00–9.00)");
        assertThat(Spread.of(List.of(123.4)).inSeconds()).isEqualTo("123 s");
        assertThat(Spread.of(List.of(0.1234)).inSeconds()).isEqualTo("0.123 s");
    }
}
