package io.github.keycloakjumpcloud.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A bill of materials: what it is about, and what that holds. Packages by their URLs. */
record Sbom(String subject, List<String> components, String text) {

    static Sbom json(Path file) throws IOException {
        JsonNode bom = new ObjectMapper().readTree(file.toFile());
        return new Sbom(
                bom.at("/metadata/component/purl").asText(),
                StreamSupport.stream(bom.path("components").spliterator(), false)
                        .map(component -> component.path("purl").asText())
                        .toList(),
                bom.toString());
    }

    static Sbom xml(Path file) throws Exception {
        Document bom = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
        return new Sbom(purls(child(bom, "metadata")).get(0), purls(child(bom, "components")), "");
    }

    /** Right below the root: the tools that made the list have components, too. */
    private static Element child(Document bom, String name) {
        var children = bom.getDocumentElement().getChildNodes();
        return IntStream.range(0, children.getLength())
                .mapToObj(children::item)
                .filter(child -> name.equals(child.getNodeName()))
                .map(Element.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> purls(Element parent) {
        var found = parent.getElementsByTagName("purl");
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> found.item(i).getTextContent())
                .toList();
    }
}
