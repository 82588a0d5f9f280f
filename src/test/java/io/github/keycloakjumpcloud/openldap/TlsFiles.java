package io.github.keycloakjumpcloud.openldap;

import java.nio.file.Path;

/** PEM files of a server: its certificate, its key and the authority that issued the certificate. */
public record TlsFiles(Path certificate, Path key, Path authority) {}
