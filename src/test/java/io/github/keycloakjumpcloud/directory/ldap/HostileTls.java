package io.github.keycloakjumpcloud.directory.ldap;

import io.github.keycloakjumpcloud.standin.CertificateAuthority;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** A hostile server's TLS: its certificate is good, which says nothing about what it sends. */
final class HostileTls {

    static final HostileTls NONE = new HostileTls(null, false);

    private static final char[] PASSWORD = "of a store in memory".toCharArray();

    private final @Nullable SSLContext context;
    private final boolean atOnce;

    private HostileTls(@Nullable SSLContext context, boolean atOnce) {
        this.context = context;
        this.atOnce = atOnce;
    }

    /** @param atOnce TLS from the start, or by StartTLS */
    static HostileTls of(CertificateAuthority authority, Path folder, boolean atOnce) throws IOException {
        Path certificateFile = folder.resolve("certificate.pem");
        Path keyFile = folder.resolve("key.pem");
        authority.writeServerFiles(certificateFile, keyFile, "localhost");
        try (InputStream pem = Files.newInputStream(certificateFile)) {
            Certificate certificate = CertificateFactory.getInstance("X.509").generateCertificate(pem);
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(null, null);
            keys.setKeyEntry("server", key(keyFile), PASSWORD, new Certificate[] {certificate});
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return new HostileTls(context, atOnce);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    Socket fromTheStart(Socket socket) throws IOException {
        return atOnce ? fromNowOn(socket) : socket;
    }

    /** The same connection with TLS, which the other side is about to begin. */
    Socket fromNowOn(Socket socket) throws IOException {
        if (context == null) {
            return socket;
        }
        SSLSocket secure = (SSLSocket) context.getSocketFactory().createSocket(socket, "localhost", 0, true);
        secure.setUseClientMode(false);
        return secure;
    }

    private static PrivateKey key(Path pem) throws IOException, GeneralSecurityException {
        String text = Files.readString(pem, StandardCharsets.US_ASCII).replaceAll("-----[^-]*-----|\\s", "");
        return KeyFactory.getInstance("EC")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(text)));
    }
}
