package io.github.keycloakjumpcloud.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Draws panels, two in a row, with logarithmic axes that are the same in all of them, and one legend for all. */
final class SvgPlot {

    private static final int COLUMNS = 2;
    private static final int WIDTH = 430;
    private static final int HEIGHT = 290;
    private static final int LEFT = 62;
    private static final int TOP = 34;
    private static final int RIGHT = 16;
    private static final int BOTTOM = 46;
    private static final int LEGEND_LINE = 20;

    private final String xLabel;
    private final String yLabel;
    private final List<Panel> panels;
    private final LogScale x;
    private final LogScale y;
    private final StringBuilder out = new StringBuilder();

    SvgPlot(String xLabel, String yLabel, List<Panel> panels) {
        this.xLabel = xLabel;
        this.yLabel = yLabel;
        this.panels = panels;
        List<Double> xs = new ArrayList<>();
        List<Double> ys = new ArrayList<>();
        panels.stream()
                .flatMap(panel -> panel.series().stream())
                .flatMap(series -> series.points().stream())
                .forEach(point -> {
                    xs.add(point.x());
                    ys.add(point.y());
                });
        this.x = LogScale.around(xs, LEFT, WIDTH - RIGHT);
        this.y = LogScale.around(ys, HEIGHT - BOTTOM, TOP);
    }

    String text() {
        Map<String, Series> legend = new LinkedHashMap<>();
        panels.forEach(panel -> panel.series().forEach(series -> legend.putIfAbsent(series.label(), series)));
        int rows = (panels.size() + COLUMNS - 1) / COLUMNS;
        int legendRows = (legend.size() + COLUMNS - 1) / COLUMNS;
        int width = COLUMNS * WIDTH;
        int height = rows * HEIGHT + legendRows * LEGEND_LINE + 12;
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
                        + " font-size=\"12\" fill=\"#333\">",
                width, height);
        add("<rect width=\"%d\" height=\"%d\" fill=\"#fff\"/>", width, height);
        for (int i = 0; i < panels.size(); i++) {
            add("<g transform=\"translate(%d %d)\">", i % COLUMNS * WIDTH, i / COLUMNS * HEIGHT);
            panel(panels.get(i));
            add("</g>");
        }
        int entry = 0;
        for (Series series : legend.values()) {
            int left = LEFT + entry % COLUMNS * WIDTH;
            int top = rows * HEIGHT + LEGEND_LINE / 2 + entry / COLUMNS * LEGEND_LINE;
            line(left, top, left + 34, top, stroke(series));
            add("<text x=\"%d\" y=\"%d\">%s</text>", left + 42, top + 4, escape(series.label()));
            entry++;
        }
        add("</svg>");
        return out.toString();
    }

    private void panel(Panel panel) {
        add("<text x=\"%d\" y=\"20\" font-weight=\"bold\">%s</text>", LEFT, escape(panel.title()));
        for (double tick : x.ticks()) {
            line(x.at(tick), TOP, x.at(tick), HEIGHT - BOTTOM, "stroke=\"#e4e4e4\"");
            add(
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>",
                    x.at(tick), HEIGHT - BOTTOM + 16, tick(tick));
        }
        for (double tick : y.ticks()) {
            line(LEFT, y.at(tick), WIDTH - RIGHT, y.at(tick), "stroke=\"#e4e4e4\"");
            add("<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>", LEFT - 6, y.at(tick) + 4, tick(tick));
        }
        add(
                "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>",
                (LEFT + WIDTH - RIGHT) / 2, HEIGHT - 10, escape(xLabel));
        add(
                "<text x=\"14\" y=\"%d\" text-anchor=\"middle\" transform=\"rotate(-90 14 %d)\">%s</text>",
                (TOP + HEIGHT - BOTTOM) / 2, (TOP + HEIGHT - BOTTOM) / 2, escape(yLabel));
        panel.series().forEach(this::series);
    }

    private void series(Series series) {
        StringBuilder path = new StringBuilder();
        for (Series.Point point : series.points()) {
            path.append(String.format(Locale.ROOT, "%.1f,%.1f ", x.at(point.x()), y.at(point.y())));
        }
        add("<polyline points=\"%s\" fill=\"none\" %s/>", path.toString().trim(), stroke(series));
        for (Series.Point point : series.points()) {
            add(
                    "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3.5\" fill=\"%s\"><title>%s: %s s</title></circle>",
                    x.at(point.x()),
                    y.at(point.y()),
                    series.colour(),
                    escape(series.label()),
                    Numbers.seconds(point.y()));
        }
    }

    private void line(double x1, double y1, double x2, double y2, String style) {
        add("<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" %s/>", x1, y1, x2, y2, style);
    }

    private static String stroke(Series series) {
        return "stroke=\"" + series.colour() + "\" stroke-width=\"2\""
                + (series.dashed() ? " stroke-dasharray=\"6 4\"" : "");
    }

    private static String tick(double value) {
        return value >= 1 ? Numbers.whole(value) : String.valueOf(value);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    private void add(String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
