package io.github.keycloakjumpcloud.release;

import java.io.File;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What the project's POM says. */
record Pom(String version, String javaRelease, String sdkVersion) {

    private static final String SNAPSHOT = "-SNAPSHOT";

    static Pom read() throws Exception {
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new File("pom.xml"));
        return new Pom(
                first(document, "version"),
                first(document, "maven.compiler.release"),
                first(document, "unboundid.version"));
    }

    boolean isSnapshot() {
        return version.endsWith(SNAPSHOT);
    }

    /** The version that is or will be released. */
    String release() {
        return version.replace(SNAPSHOT, "");
    }

    private static String first(Document document, String element) {
        return ((Element) document.getElementsByTagName(element).item(0))
                .getTextContent()
                .trim();
    }
}
