package io.github.keycloakjumpcloud.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Adds up the XML files that Failsafe leaves, one for each class. */
final class FailsafeReports {

    private static final String NO_REASON = "no reason given";

    /** JUnit's own words before the reason that the test gives. */
    private static final Pattern WHAT_JUNIT_ADDS = Pattern.compile(
            "^(?:org.opentest4j.TestAbortedException: )?(Assumption failed: |System property \\[.* does not match regular expression \\[.*] ==> )");

    private final TreeSet<String> classes = new TreeSet<>();
    private final List<String> failed = new ArrayList<>();
    private final Map<String, Integer> skipped = new TreeMap<>();
    private int tests;

    private FailsafeReports() {}

    /** Of a folder; one that is missing has no reports. */
    static Tally in(Path folder) {
        FailsafeReports reports = new FailsafeReports();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "TEST-*.xml")) {
                files.forEach(reports::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        reports.failed.sort(null);
        return new Tally(reports.classes.size(), reports.tests, reports.failed, reports.skipped);
    }

    private void add(Path file) {
        try {
            NodeList cases = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(file.toFile())
                    .getElementsByTagName("testcase");
            for (int i = 0; i < cases.getLength(); i++) {
                add((Element) cases.item(i));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException(file + " is no report", e);
        }
    }

    private void add(Element test) {
        String name = test.getAttribute("classname");
        classes.add(name);
        tests++;
        NodeList skips = test.getElementsByTagName("skipped");
        if (skips.getLength() > 0) {
            String reason = reason((Element) skips.item(0));
            skipped.merge(reason.isBlank() ? NO_REASON : reason, 1, Integer::sum);
        } else if (test.getElementsByTagName("failure").getLength() > 0
                || test.getElementsByTagName("error").getLength() > 0) {
            String method = test.getAttribute("name");
            failed.add(name.substring(name.lastIndexOf('.') + 1) + (method.isEmpty() ? "" : ": " + method));
        }
    }

    /** The message, or what the stack trace begins with: Surefire cannot tell them apart where a message begins with a hyphen. */
    private static String reason(Element skip) {
        String message = skip.getAttribute("message");
        String given =
                message.isBlank() ? skip.getTextContent().lines().findFirst().orElse("") : message;
        return WHAT_JUNIT_ADDS.matcher(given).replaceFirst("");
    }
}
