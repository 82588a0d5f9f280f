package io.github.keycloakjumpcloud.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * PostgreSQL's programs of Debian's package, in their newest version, as somebody may run them: PostgreSQL refuses to run as root, so where the build
 * does, they run as the package's own user.
 */
record PostgresPrograms(Path folder, boolean asPackageUser) {

    static final String MISSING =
            "skipped: needs /usr/lib/postgresql/*/bin/initdb (apt-get install postgresql; its service is not needed)";
    static final String PACKAGE_USER = "postgres";

    private static final Path VERSIONS = Path.of("/usr/lib/postgresql");

    static Optional<PostgresPrograms> find() {
        if (!Files.isDirectory(VERSIONS)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(VERSIONS)) {
            return versions.sorted(
                            Comparator.comparing(PostgresPrograms::version).reversed())
                    .map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .findFirst()
                    .map(bin -> new PostgresPrograms(bin, "root".equals(System.getProperty("user.name"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int version(Path folder) {
        String name = folder.getFileName().toString();
        return name.matches("\\d{1,4}") ? Integer.parseInt(name) : 0;
    }

    /** The command line; setpriv becomes the program itself, so that a signal to the process reaches PostgreSQL. */
    List<String> command(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (asPackageUser) {
            command.addAll(List.of("setpriv", "--reuid=" + PACKAGE_USER, "--regid=" + PACKAGE_USER, "--clear-groups"));
        }
        command.add(folder.resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    /** Gives a folder to the user that the programs run as. */
    void own(Path data) throws IOException {
        if (asPackageUser) {
            try {
                Files.setOwner(
                        data,
                        FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName(PACKAGE_USER));
            } catch (UserPrincipalNotFoundException e) {
                throw new IllegalStateException(
                        "PostgreSQL does not run as root, and there is no user " + PACKAGE_USER
                                + " to run it as; Debian's package makes one.",
                        e);
            }
        }
    }
}
