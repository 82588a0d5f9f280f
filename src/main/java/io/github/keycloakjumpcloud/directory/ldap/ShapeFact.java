package io.github.keycloakjumpcloud.directory.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchResultEntry;
import io.github.keycloakjumpcloud.directory.Fact;
import io.github.keycloakjumpcloud.directory.Fact.Question;
import io.github.keycloakjumpcloud.dn.DistinguishedName;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the values of an attribute look like that are documented nowhere. The values themselves are left out. */
final class ShapeFact implements FactProbe {

    private static final int MOST = 500;

    private final Question question;
    private final Function<String, String> shape;

    private ShapeFact(Question question, Function<String, String> shape) {
        this.question = question;
        this.shape = shape;
    }

    static List<FactProbe> all() {
        return List.of(
                new ShapeFact(Question.POSTAL_ADDRESS, ShapeFact::address),
                new ShapeFact(Question.SSH_KEY, value -> "values"),
                new ShapeFact(Question.GECOS, value -> "values"),
                new ShapeFact(Question.SHADOW_EXPIRE, ShapeFact::number),
                new ShapeFact(
                        Question.MANAGER,
                        value -> DistinguishedName.parse(value).isPresent() ? "dn" : "noDn"));
    }

    @Override
    public Question question() {
        return question;
    }

    /** The question is called like the attribute. */
    @Override
    public Fact look(FactLinks links) throws LdapFailure, LDAPException {
        List<SearchResultEntry> users =
                links.users(MOST, false, question.text()).getSearchEntries();
        if (users.isEmpty()) {
            return question.unknown("no user to look at");
        }
        List<String[]> values = users.stream()
                .map(user -> user.getAttributeValues(question.text()))
                .filter(Objects::nonNull)
                .toList();
        if (values.isEmpty()) {
            return question.answered("absent", "no user has it");
        }
        Set<String> shapes =
                values.stream().flatMap(Arrays::stream).map(shape).collect(Collectors.toCollection(TreeSet::new));
        boolean several = values.stream().anyMatch(all -> all.length > 1);
        return question.answered(
                String.join("+", shapes),
                "users who have it: " + FactText.about(values.size())
                        + (several ? "; some have several values" : "; one value each"));
    }

    /** RFC 4517, section 3.3.28, parts lines by dollar signs. */
    private static String address(String value) {
        if (value.contains("$")) {
            return "dollars";
        }
        return value.contains("\n") ? "lines" : "oneLine";
    }

    private static String number(String value) {
        return value.matches("-?[0-9]{1,10}") ? "numbers" : "texts";
    }
}
