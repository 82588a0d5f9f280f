package io.github.keycloakjumpcloud.openldap;

import io.github.keycloakjumpcloud.command.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A database made without a server, which is the only quick way to one of 100,000 entries. */
public final class OpenLdapDatabase {

    private static final Duration LIMIT = Duration.ofMinutes(10);

    private OpenLdapDatabase() {}

    /** From LDIF that has everything, {@code memberOf} too: overlays do not run. The folder must not exist. */
    public static void create(OpenLdapSettings settings, Path ldif, Path database) {
        try {
            Files.createDirectories(database);
            Path work = Files.createTempDirectory("openldap");
            Path config =
                    Files.writeString(work.resolve("slapd.conf"), SlapdConfig.of(settings.database(database), work));
            Command.run(
                    work,
                    List.of("/usr/sbin/slapadd", "-q", "-f", config.toString(), "-l", ldif.toString()),
                    "",
                    LIMIT);
        } catch (IOException e) {
            throw new UncheckedIOException(ldif + " could not be loaded", e);
        }
    }
}
