package io.github.keycloakjumpcloud.directory.ldap;

import io.github.keycloakjumpcloud.config.ConnectionSettings;
import io.github.keycloakjumpcloud.config.GroupSettings;
import io.github.keycloakjumpcloud.config.IdAttribute;
import io.github.keycloakjumpcloud.config.JumpCloudConfig;
import io.github.keycloakjumpcloud.config.MembershipSource;
import io.github.keycloakjumpcloud.config.RemovalSettings;
import io.github.keycloakjumpcloud.config.ServerAddress;
import io.github.keycloakjumpcloud.config.SignInSettings;
import io.github.keycloakjumpcloud.config.UserSettings;
import io.github.keycloakjumpcloud.directory.BindListener;
import io.github.keycloakjumpcloud.standin.CertificateAuthority;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** A configuration for a stand-in, as its defaults would make it, to be varied by a test. Not thread-safe. */
final class Setup {

    List<ServerAddress> servers;

    /** Where users bind; {@code null} for the same servers. */
    @Nullable
    List<ServerAddress> authenticationServers;

    boolean secondFactor;
    boolean startTls;
    boolean verifyCertificates = true;
    String bindDn;
    String bindCredential;
    Duration connectionTimeout = Duration.ofSeconds(1);
    Duration readTimeout = Duration.ofMillis(1500);
    Duration authenticationTimeout = Duration.ofSeconds(5);
    int poolSize = 10;
    Upkeep upkeep = DirectoryBench.CALM;
    X509TrustManager truststore;

    String baseDn;
    String usersDn;
    String usernameAttribute = "uid";
    IdAttribute idAttribute = IdAttribute.AUTO;

    @Nullable
    String customFilter;

    List<String> userGroups = List.of();
    Map<String, String> attributeMappings = Map.of("title", "title", "sshKey", "sshKey");
    boolean importBindUser;
    BindListener listener = BindListener.NONE;
    boolean groupsEnabled = true;
    String groupsDn;
    String groupObjectClass = "groupOfNames";
    String groupNameAttribute = "cn";
    List<String> groupNames = List.of();
    MembershipSource membershipSource = MembershipSource.AUTO;

    Setup(JumpCloudStandIn standIn) {
        servers = List.of(ldap(standIn));
        bindDn = standIn.readerDn();
        bindCredential = standIn.readerPassword();
        baseDn = standIn.baseDn();
        usersDn = standIn.usersDn();
        groupsDn = standIn.usersDn();
        truststore = trusting(standIn.certificates().authority());
    }

    static ServerAddress ldap(JumpCloudStandIn standIn) {
        return new ServerAddress(false, "localhost", standIn.ldapPort());
    }

    static ServerAddress ldaps(JumpCloudStandIn standIn) {
        return new ServerAddress(true, "localhost", standIn.ldapsPort());
    }

    LdapConnections connections() {
        return LdapConnections.open(config().connection(), truststore, upkeep, listener);
    }

    TrialConnections trial() {
        return TrialConnections.open(config().connection(), truststore);
    }

    /** Asks over connections of its own, which are closed afterwards. */
    <T> T ask(Function<LdapDirectory, T> question) {
        try (LdapConnections connections = connections()) {
            return question.apply(new LdapDirectory(connections, config()));
        }
    }

    /** Works with connections of its own, which are closed afterwards. */
    void use(Consumer<LdapDirectory> work) {
        try (LdapConnections connections = connections()) {
            work.accept(new LdapDirectory(connections, config()));
        }
    }

    JumpCloudConfig config() {
        return new JumpCloudConfig(
                JumpCloudStandIn.ORGANIZATION_ID,
                baseDn,
                new ConnectionSettings(
                        servers,
                        authenticationServers == null ? servers : authenticationServers,
                        secondFactor,
                        startTls,
                        verifyCertificates,
                        bindDn,
                        bindCredential,
                        connectionTimeout,
                        readTimeout,
                        authenticationTimeout,
                        poolSize),
                new UserSettings(
                        usersDn,
                        "inetOrgPerson",
                        usernameAttribute,
                        "mail",
                        idAttribute,
                        customFilter,
                        userGroups,
                        attributeMappings,
                        importBindUser,
                        false),
                new GroupSettings(
                        groupsEnabled,
                        groupsDn,
                        groupObjectClass,
                        groupNameAttribute,
                        groupNames,
                        "/",
                        membershipSource),
                RemovalSettings.DEFAULT,
                new SignInSettings(SignInSettings.NEVER, false),
                true,
                false,
                true,
                500);
    }

    private static X509TrustManager trusting(CertificateAuthority authority) {
        try {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            byte[] pem = authority.pem().getBytes(StandardCharsets.US_ASCII);
            trusted.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem)));
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(trusted);
            return (X509TrustManager) factory.getTrustManagers()[0];
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
