package io.github.keycloakjumpcloud.document;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A page of sections, each of which may be replaced while the others stay as they are. Immutable. */
public final class MarkdownPage {

    private static final String SECTION = "\n## ";

    private final String head;
    private final Map<String, String> sections;

    private MarkdownPage(String head, Map<String, String> sections) {
        this.head = head;
        this.sections = sections;
    }

    /** Takes a page apart; what stands before its first section is its head. */
    public static MarkdownPage of(String text) {
        String[] parts = ("\n" + text).split(SECTION, -1);
        Map<String, String> sections = new LinkedHashMap<>();
        for (int part = 1; part < parts.length; part++) {
            String[] lines = parts[part].split("\n", 2);
            sections.put(lines[0].strip(), lines.length > 1 ? lines[1].strip() : "");
        }
        return new MarkdownPage(parts[0].strip(), sections);
    }

    /** The section's text without its heading; empty if there is none. */
    public Optional<String> section(String title) {
        return Optional.ofNullable(sections.get(title));
    }

    /** The page with this section, which is added at the end if it is new. */
    public MarkdownPage with(String title, String text) {
        Map<String, String> changed = new LinkedHashMap<>(sections);
        changed.put(title, text.strip());
        return new MarkdownPage(head, changed);
    }

    public String text() {
        StringBuilder page = new StringBuilder(head).append('\n');
        sections.forEach((title, text) ->
                page.append(SECTION).append(title).append("\n\n").append(text).append('\n'));
        return page.toString();
    }
}
