package io.github.keycloakjumpcloud.directory.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import io.github.keycloakjumpcloud.config.IdAttribute;
import io.github.keycloakjumpcloud.config.JumpCloudConfig;
import io.github.keycloakjumpcloud.directory.DirectoryGroup;
import io.github.keycloakjumpcloud.directory.Problem;
import io.github.keycloakjumpcloud.directory.ReadOutcome;
import io.github.keycloakjumpcloud.directory.RejectedEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads users and groups over a connection of its own, so that look-ups do not wait for it. */
final class DirectoryRead {

    /** The time to connect is short for the sake of sign-ins; a sync can wait, and one that does not begin costs a whole period. */
    private static final int CONNECTION_ATTEMPTS = 3;

    private final LdapConnections connections;
    private final JumpCloudConfig config;
    private final ReaderAccount reader;
    private final GroupRules rules;
    private final Intake intake = new Intake(AnswerLimit.ofRead());

    DirectoryRead(LdapConnections connections, JumpCloudConfig config) {
        this.connections = connections;
        this.config = config;
        this.reader = new ReaderAccount(config);
        this.rules = new GroupRules(config);
    }

    /** Reads everything; throws only where nothing at all was read. */
    ReadOutcome run() throws LdapFailure {
        Link link = open();
        try {
            Harvest<MappedEntry> users = readUsers(link);
            List<MappedEntry> others = new ArrayList<>(users.items().size());
            List<MappedEntry> leftOut = new ArrayList<>();
            users.items().forEach(entry -> (reader.isLeftOut(entry) ? leftOut : others).add(entry));
            if (others.isEmpty()) {
                throw new LdapFailure(whyNobody(link, users));
            }
            if (others.stream().anyMatch(entry -> !entry.memberOf().isEmpty())) {
                connections.noteMemberOfServed();
            }
            Memberships memberships = new MembershipRead(config, rules, intake).run(link, others);
            return snapshot(users, others, leftOut, memberships);
        } finally {
            link.discard();
        }
    }

    private Link open() throws LdapFailure {
        for (int attempt = 1; ; attempt++) {
            try {
                return connections.openForReading();
            } catch (LdapFailure e) {
                Problem.Kind kind = e.problem().kind();
                boolean again = kind == Problem.Kind.UNREACHABLE || kind == Problem.Kind.TIMEOUT;
                if (!again || attempt == CONNECTION_ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private Harvest<MappedEntry> readUsers(Link link) throws LdapFailure {
        EntryMapper mapper = new EntryMapper(config.users(), rules.readsMemberOf());
        return new LongSearch<>(
                        link,
                        intake,
                        config.users().usersDn(),
                        UserFilter.all(config.users()),
                        mapper.attributes(),
                        mapper::map)
                .run();
    }

    /** An account that may not search can still see itself: finding nobody but the reader counts as finding nobody. */
    private Problem whyNobody(Link link, Harvest<MappedEntry> users) throws LdapFailure {
        long limitMillis = config.connection().readTimeout().toMillis();
        try {
            Blindness blindness = new Blindness(config);
            if (users.isBaseMissing()) {
                return blindness.ofMissing(config.users().usersDn(), link, limitMillis);
            }
            Problem shortfall = users.shortfall();
            return shortfall != null ? shortfall : blindness.ofEmpty(link, limitMillis);
        } catch (LDAPException e) {
            throw new LdapFailure(ResultCodes.problem(e, link.server().toString(), limitMillis), e);
        }
    }

    private ReadOutcome snapshot(
            Harvest<MappedEntry> harvest,
            List<MappedEntry> others,
            List<MappedEntry> leftOut,
            Memberships memberships) {
        IdAttribute idAttribute = IdResolution.resolve(config.users().idAttribute(), others);
        UserSelection selection = new UserSelection(config, rules, memberships, idAttribute);
        selection.addAll(others);
        List<DirectoryGroup> groups =
                memberships.groups().stream().filter(rules::isImported).toList();
        List<RejectedEntry> rejected = new ArrayList<>(selection.rejected());
        rejected.addAll(memberships.rejected());
        return new ReadOutcome.Snapshot(
                selection.users(), groups, rejected, leftOut(leftOut), idAttribute, shortfall(harvest, memberships));
    }

    private @Nullable Problem shortfall(Harvest<MappedEntry> users, Memberships memberships) {
        // A name nobody has may be a typing error, or a group that JumpCloud dropped because it is empty: nothing tells
        // them apart.
        Optional<Problem> unknownUserGroup = rules.missing(config.users().userGroups(), memberships.groups())
                .map(name -> Problem.of(Problem.Kind.USER_GROUP_NOT_FOUND, name));
        return Stream.of(
                        Optional.ofNullable(users.shortfall()),
                        Optional.ofNullable(memberships.shortfall()),
                        unknownUserGroup)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    private static List<RejectedEntry> leftOut(List<MappedEntry> entries) {
        return entries.stream()
                .map(
                        entry -> new RejectedEntry(
                                entry.dn(),
                                "This is the account with which Keycloak searches JumpCloud. Switch importBindUser on if it belongs to a person."))
                .toList();
    }
}
