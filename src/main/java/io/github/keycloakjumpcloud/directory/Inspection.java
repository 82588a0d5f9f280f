package io.github.keycloakjumpcloud.directory;

import io.github.keycloakjumpcloud.config.IdAttribute;
import io.github.keycloakjumpcloud.config.ServerAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What could be seen of a directory, step by step. Facts only; {@code diagnose} judges them.
 *
 * @param servers the servers that are searched, in order of preference
 * @param readers where the reader tried to sign in; all but the last one failed, and the last one too where no server let it in
 * @param tree what the reader saw
 * @param signInServers the servers at which users sign in; empty where they are the same
 */
public record Inspection(List<Server> servers, List<Reader> readers, Tree tree, List<Server> signInServers) {

    public Inspection {
        servers = List.copyOf(servers);
        readers = List.copyOf(readers);
        signInServers = List.copyOf(signInServers);
    }

    /**
     * One server, without anybody signed in.
     *
     * @param addresses the host's addresses
     * @param connection the address that was connected to
     * @param encryption empty for a connection in clear text, as configured
     */
    public record Server(
            ServerAddress address,
            Look<List<String>> addresses,
            Look<String> connection,
            Look<Optional<Encryption>> encryption) {

        /** Whether requests could be sent. */
        public boolean isUsable() {
            return encryption.seen().isPresent();
        }
    }

    /**
     * An encrypted connection.
     *
     * @param subject whose certificate the server showed
     * @param issuer who issued it
     * @param validUntil the end of its validity
     */
    public record Encryption(String protocol, String cipher, String subject, String issuer, Instant validUntil) {}

    /**
     * Where the reader tried to sign in.
     *
     * @param bind as whom
     */
    public record Reader(ServerAddress server, Look<String> bind) {}

    /**
     * What the reader saw.
     *
     * @param search below which DN the reader may search
     * @param base the DNs that exist
     */
    public record Tree(
            Look<String> search,
            Look<List<String>> base,
            Look<Users> users,
            Look<Groups> groups,
            Look<Identity> identity,
            Look<Paging> paging) {

        /** Nothing. */
        public static Tree unseen() {
            return new Tree(
                    new Look.Skipped<>(),
                    new Look.Skipped<>(),
                    new Look.Skipped<>(),
                    new Look.Skipped<>(),
                    new Look.Skipped<>(),
                    new Look.Skipped<>());
        }
    }

    /**
     * The users, the reader not counted where it is left out.
     *
     * @param found how many were counted
     * @param complete whether these are all
     * @param examples the first user names in alphabetical order
     * @param withoutMail how many have no e-mail address
     * @param unusable how many cannot become users, for want of a name or an id
     * @param leftOut the reader's user name where it is among the entries and left out, else {@code null}
     */
    public record Users(
            int found,
            boolean complete,
            List<String> examples,
            int withoutMail,
            int unusable,
            @Nullable String leftOut) {

        public Users {
            examples = List.copyOf(examples);
        }
    }

    /**
     * The groups.
     *
     * @param found how many were counted
     * @param complete whether these are all
     * @param imported how many of them are to be imported
     * @param examples the first names in alphabetical order
     * @param missing required groups that do not exist
     * @param unlisted DN of a group that users are members of, where the search finds none of their groups; else {@code null}
     */
    public record Groups(
            int found,
            boolean complete,
            int imported,
            List<String> examples,
            List<String> missing,
            @Nullable String unlisted) {

        public Groups {
            examples = List.copyOf(examples);
            missing = List.copyOf(missing);
        }
    }

    /**
     * What users are recognised by.
     *
     * @param attribute the configured attribute, or what {@code auto} comes to
     * @param shared how many users have a value that another one has, too
     */
    public record Identity(IdAttribute attribute, int shared) {}

    /**
     * Whether a sync would see everybody.
     *
     * @param offered whether the server says that it delivers page by page
     * @param delivered entries in the first answer
     */
    public record Paging(boolean offered, int delivered, Reach reach) {}

    /** How far the server's answers reach. */
    public enum Reach {
        /** Everybody came in one answer. */
        WHOLE,
        /** As many as were asked for came; there are more. */
        COUNTED,
        /** The server stopped at a limit of its own, and delivers the rest page by page. */
        PAGED,
        /** The server stopped at a limit of its own. */
        CUT
    }
}
