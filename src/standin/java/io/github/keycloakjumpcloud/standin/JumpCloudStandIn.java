package io.github.keycloakjumpcloud.standin;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A running stand-in for {@code ldap.jumpcloud.com}: a plain port with StartTLS, an ldaps port, and an ldaps port that takes the place of
 * {@code ldap-mfa.jumpcloud.com}. It serves two organizations that do not see each other. Thread-safe; close it at the end.
 */
public final class JumpCloudStandIn implements AutoCloseable {

    /** The first organization, the one that most tests use. */
    public static final String ORGANIZATION_ID = "5f0c1a2b3c4d5e6f70819203";

    /** The second organization, with its own users of partly the same names. */
    public static final String OTHER_ORGANIZATION_ID = "62a9d8c7b6a5f4e3d2c1b0a9";

    /** The LDAP reader's username in either organization. */
    public static final String READER = "ldapreader";

    private final Behaviour behaviour;
    private final Journal journal = new Journal();
    private final Certificates certificates;
    private final StandInDirectory directory;
    private final StandInDirectory otherDirectory;
    private final Doors doors;

    private JumpCloudStandIn(Builder builder) {
        behaviour = new Behaviour(builder.latency);
        CertificateAuthority authority = builder.authority == null ? CertificateAuthority.create() : builder.authority;
        certificates = new Certificates(authority, builder.names);
        Tenant first = new Tenant(builder.organizationId, behaviour);
        Tenant second = new Tenant(OTHER_ORGANIZATION_ID, behaviour);
        directory = new StandInDirectory(first, behaviour, PasswordRule.FIRST);
        otherDirectory = new StandInDirectory(second, behaviour, PasswordRule.SECOND);
        first.load(() -> builder.filling.accept(directory));
        second.load(() -> OtherCompany.fill(otherDirectory));
        Tenants tenants = new Tenants(List.of(first, second));
        behaviour.onVisibilityChange(() -> tenants.all().forEach(Tenant::republishFlagged));
        doors = new Doors(Service.of(tenants, behaviour, journal, certificates), builder.address, builder.ports);
    }

    /** Starts to describe a stand-in. */
    public static Builder builder() {
        return new Builder();
    }

    /** {@code ldap://localhost:<port>}; StartTLS works there. */
    public String ldapUrl() {
        return "ldap://localhost:" + ldapPort();
    }

    /** {@code ldaps://localhost:<port>}. */
    public String ldapsUrl() {
        return "ldaps://localhost:" + ldapsPort();
    }

    /** {@code ldaps://localhost:<port>} of the port that enforces second factors. */
    public String mfaLdapsUrl() {
        return "ldaps://localhost:" + mfaPort();
    }

    /** The plain port. */
    public int ldapPort() {
        return doors.port(ListenerKind.PLAIN);
    }

    /** The ldaps port. */
    public int ldapsPort() {
        return doors.port(ListenerKind.TLS);
    }

    /** The ldaps port that enforces second factors. */
    public int mfaPort() {
        return doors.port(ListenerKind.TLS_WITH_MFA);
    }

    /** The first organization's 24 hexadecimal digits. */
    public String organizationId() {
        return directory.organizationId();
    }

    /** {@code o=<id>,dc=jumpcloud,dc=com}. */
    public String baseDn() {
        return directory.organizationDn();
    }

    /** {@code ou=Users,o=<id>,dc=jumpcloud,dc=com}. */
    public String usersDn() {
        return directory.usersDn();
    }

    /** The DN of the LDAP reader, the service account with "Enable as LDAP Bind DN". */
    public String readerDn() {
        return directory.dnOf(READER);
    }

    /** The LDAP reader's username. */
    public String readerName() {
        return READER;
    }

    /** The LDAP reader's password. */
    public String readerPassword() {
        return directory.passwordOf(READER);
    }

    /** A user's current password; at first the username and {@code -Secret01!}. See {@link StandInDirectory#passwordOf(String)}. */
    public String passwordOf(String uid) {
        return directory.passwordOf(uid);
    }

    /** What has happened since the start or the last {@link #resetCounts()}. */
    public OperationCounts counts() {
        return journal.counts();
    }

    /** The last operations (20,000 at most), oldest first. */
    public List<Operation> operations() {
        return journal.operations();
    }

    /** Sets all counts to zero and empties the log. */
    public void resetCounts() {
        journal.reset();
    }

    /** Pushes that are on phones now and not answered yet. */
    public int waitingPushes() {
        return behaviour.waitingPushes.get();
    }

    /** The switches. */
    public Behaviour behaviour() {
        return behaviour;
    }

    /** The first organization's data. */
    public StandInDirectory directory() {
        return directory;
    }

    /** The second organization's data. */
    public StandInDirectory otherDirectory() {
        return otherDirectory;
    }

    /** The certificate shown on all ports. */
    public Certificates certificates() {
        return certificates;
    }

    /** Closes all ports and drops all connections: the service is unreachable. */
    public void stopListening() {
        doors.shut();
    }

    /** Opens the same ports again; nothing happens if they are open. */
    public void startListening() {
        doors.open();
    }

    /** Drops every connection at once; new ones are welcome. */
    public void dropConnections() {
        doors.dropConnections();
    }

    /** Connections open now. */
    public int openConnections() {
        return doors.openConnections();
    }

    /** Behaviour, certificate, ports and counts as at the start, no connection left. Data that was changed stays changed. */
    public void reset() {
        behaviour.reset();
        certificates.restore();
        doors.drain();
        doors.open();
        journal.reset();
    }

    /** Stops for good. */
    @Override
    public void close() {
        doors.close();
    }

    /** Describes a stand-in. Not thread-safe. */
    public static final class Builder {

        private final Map<ListenerKind, Integer> ports =
                new EnumMap<>(Map.of(ListenerKind.PLAIN, 0, ListenerKind.TLS, 0, ListenerKind.TLS_WITH_MFA, 0));
        private Consumer<StandInDirectory> filling = Company::fill;
        private String organizationId = ORGANIZATION_ID;
        private Duration latency = Duration.ZERO;
        private List<String> names = List.of("localhost", "ldap.jumpcloud.test", "127.0.0.1");
        private @Nullable CertificateAuthority authority;
        private @Nullable InetAddress address = InetAddress.getLoopbackAddress();

        private Builder() {}

        /** Fills the first organization with the readable company, about 40 people and 8 groups; the default. */
        public Builder company() {
            return filledBy(Company::fill);
        }

        /** Fills the first organization with {@code users} users besides the reader; the same ones every time. */
        public Builder generated(int users, int groups, int membershipsPerUser) {
            return filledBy(new GeneratedCompany(users, groups, membershipsPerUser, 0, 0)::fill);
        }

        /** As {@link #generated(int, int, int)}, with one group of {@code largeGroup} members and one user in {@code busyUser} groups. */
        public Builder generated(int users, int groups, int membershipsPerUser, int largeGroup, int busyUser) {
            return filledBy(new GeneratedCompany(users, groups, membershipsPerUser, largeGroup, busyUser)::fill);
        }

        /** Leaves the first organization with the LDAP reader alone. */
        public Builder empty() {
            return filledBy(Company::fillReader);
        }

        private Builder filledBy(Consumer<StandInDirectory> filler) {
            filling = filler;
            return this;
        }

        /** The plain port; 0, the default, takes any free one. */
        public Builder ldapPort(int port) {
            ports.put(ListenerKind.PLAIN, port);
            return this;
        }

        /** The ldaps port; 0, the default, takes any free one. */
        public Builder ldapsPort(int port) {
            ports.put(ListenerKind.TLS, port);
            return this;
        }

        /** The ldaps port that enforces second factors; 0, the default, takes any free one. */
        public Builder mfaPort(int port) {
            ports.put(ListenerKind.TLS_WITH_MFA, port);
            return this;
        }

        /** Who issues the certificate; by default a new authority in memory. */
        public Builder certificateAuthority(CertificateAuthority issuer) {
            authority = issuer;
            return this;
        }

        /** Host names and IPv4 addresses in the certificate; by default localhost, ldap.jumpcloud.test and 127.0.0.1. */
        public Builder certificateNames(String... hostNames) {
            names = List.of(hostNames);
            return this;
        }

        /** Time before each answer, restored by {@link Behaviour#reset()}; by default none. The live service averages 30 ms. */
        public Builder latency(Duration perRequest) {
            latency = perRequest;
            return this;
        }

        /** The first organization's id, 24 lower-case hexadecimal digits. */
        public Builder organizationId(String id) {
            if (!id.matches("[0-9a-f]{24}") || id.equals(OTHER_ORGANIZATION_ID)) {
                throw new IllegalArgumentException("not an organization id, or the second one's: " + id);
            }
            organizationId = id;
            return this;
        }

        /** Listens on all interfaces instead of the loopback one, for containers. */
        public Builder allInterfaces() {
            address = new InetSocketAddress(0).getAddress();
            return this;
        }

        /**
         * Starts it.
         *
         * @throws java.io.UncheckedIOException if a port is taken
         */
        public JumpCloudStandIn start() {
            JumpCloudStandIn standIn = new JumpCloudStandIn(this);
            standIn.startListening();
            return standIn;
        }
    }
}
