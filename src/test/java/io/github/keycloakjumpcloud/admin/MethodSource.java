package io.github.keycloakjumpcloud.admin;

import io.github.keycloakjumpcloud.run.Approval;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a resource's method says in its source, with the private methods of its class and the package's classes that it uses. */
final class MethodSource {

    private static final Path PACKAGE = Path.of("src/main/java/io/github/keycloakjumpcloud/admin");

    /** Error codes are the only texts of this form. */
    private static final Pattern CODE = Pattern.compile("\"([a-z]+(?:_[a-z]+)+)\"");

    private static final Pattern RIGHT = Pattern.compile("call\\.rights\\(\\)\\.((?:view|manage)[A-Za-z]+)\\(");
    private static final Pattern CLASS_NAME = Pattern.compile("\\b([A-Z][A-Za-z]+)\\b");

    /** Also of methods that are handed on by name. */
    private static final Pattern CALL = Pattern.compile("(?<=::)[a-z][A-Za-z]*|\\b[a-z][A-Za-z]*(?=\\()");

    /** Their codes depend on how they are used. */
    private static final Set<String> SHARED = Set.of("AdminCall", "RequestBody", "Rights");

    private final String text;

    private MethodSource(String text) {
        this.text = text;
    }

    static MethodSource of(Method method) {
        String source = read(PACKAGE.resolve(method.getDeclaringClass().getSimpleName() + ".java"));
        StringBuilder reached = new StringBuilder();
        collect(source, method.getName(), reached, new HashSet<>());
        StringBuilder all = new StringBuilder(reached);
        addUsed(reached.toString(), all, new HashSet<>(SHARED));
        return new MethodSource(all.toString());
    }

    /** The classes that a text names, and those that they name. */
    private static void addUsed(String naming, StringBuilder all, Set<String> seen) {
        CLASS_NAME.matcher(naming).results().map(found -> found.group(1)).forEach(name -> {
            Path file = PACKAGE.resolve(name + ".java");
            if (seen.add(name) && Files.exists(file)) {
                String source = read(file);
                all.append(source);
                addUsed(source, all, seen);
            }
        });
    }

    private static void collect(String source, String name, StringBuilder reached, Set<String> seen) {
        if (!seen.add(name)) {
            return;
        }
        Pattern.compile("\\n    (?:public|private)[^\\n=;]* " + name + "\\(")
                .matcher(source)
                .results()
                .forEach(found -> {
                    int end = source.indexOf("\n    }\n", found.start());
                    String body = source.substring(found.start(), end);
                    reached.append(body);
                    CALL.matcher(body).results().forEach(call -> collect(source, call.group(), reached, seen));
                });
    }

    boolean says(String words) {
        return text.contains(words);
    }

    /** {@code manage-realm} and so on. */
    Set<String> rights() {
        Set<String> rights = new TreeSet<>();
        RIGHT.matcher(text).results().map(found -> found.group(1)).forEach(name -> {
            switch (name) {
                case "manageRealmAndUsers" -> rights.addAll(Set.of("manage-realm", "manage-users"));
                default -> rights.add(name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT));
            }
        });
        return rights;
    }

    Set<String> codes() {
        Set<String> codes = new TreeSet<>();
        CODE.matcher(text).results().map((MatchResult found) -> found.group(1)).forEach(codes::add);
        if (says("call.rights()")) {
            codes.add("forbidden");
        }
        if (says("call.component(")) {
            codes.add("provider_not_found");
        }
        if (says("call.read(")) {
            codes.addAll(Set.of("malformed_body", "body_too_large"));
        }
        if (says("RequestBody.")) {
            codes.add("invalid_value");
        }
        if (says("Approval.Refused")) {
            Stream.of(Approval.Reason.values()).map(Approval.Reason::code).forEach(codes::add);
        }
        return codes;
    }

    /** Every error code that stands in any source of the package. */
    static Set<String> allCodes() {
        Set<String> codes = new TreeSet<>(Set.of("forbidden"));
        try (Stream<Path> files = Files.list(PACKAGE)) {
            files.map(MethodSource::read)
                    .flatMap(source -> CODE.matcher(source).results().map(found -> found.group(1)).toList().stream())
                    .forEach(codes::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Stream.of(Approval.Reason.values()).map(Approval.Reason::code).forEach(codes::add);
        return codes;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
