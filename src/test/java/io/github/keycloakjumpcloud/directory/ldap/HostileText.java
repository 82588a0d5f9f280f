package io.github.keycloakjumpcloud.directory.ldap;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Texts made of what filters, DNs and patterns take for special, and of what is not Latin. The seed decides everything. */
public final class HostileText {

    private static final long SEED = 20_261_122;
    private static final int TEXTS = 2_000;
    private static final int LONGEST = 12;

    private static final List<String> PIECES = List.of(
            "(",
            ")",
            "*",
            "\\",
            "&",
            "|",
            "!",
            "=",
            "<",
            ">",
            "~",
            ",",
            "+",
            "\"",
            ";",
            "#",
            "/",
            "%",
            "'",
            ".",
            " ",
            "  ",
            "\\2a",
            "\\00",
            "\\,",
            "\\",
            "#04",
            "#zz",
            ")(uid=*",
            "*)(|(uid=*",
            ",ou=Users",
            "uid=",
            "cn=a+uid=b",
            "dc=com",
            "a",
            "Z",
            "0",
            "jane",
            "ß",
            "ä",
            "İ",
            "ı",
            "ǅ",
            "É",
            "鍵",
            "😀",
            "\u00a0",
            "\u200f",
            "^",
            "$",
            ".*",
            "[a-z]",
            "\\E",
            "\\Q",
            "{",
            "}");

    private HostileText() {}

    /** Always the same texts: none blank, none with control characters, which are refused before. */
    public static Stream<String> all() {
        Random random = new Random(SEED);
        return Stream.generate(() -> text(random))
                .filter(text -> !text.isBlank())
                .limit(TEXTS);
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(LONGEST); i >= 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }
}
