package io.github.keycloakjumpcloud.directory.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import io.github.keycloakjumpcloud.config.JumpCloudConfig;
import io.github.keycloakjumpcloud.config.ServerAddress;
import io.github.keycloakjumpcloud.directory.Inspection;
import io.github.keycloakjumpcloud.directory.Look;
import io.github.keycloakjumpcloud.directory.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks at what the reader may see. */
final class TreeInspection {

    private final ReaderLink reader;
    private final JumpCloudConfig config;
    private final Steps steps;
    private final GroupRules rules;

    TreeInspection(ReaderLink reader, JumpCloudConfig config, Steps steps) {
        this.reader = reader;
        this.config = config;
        this.steps = steps;
        this.rules = new GroupRules(config);
    }

    Inspection.Tree run() {
        Look<String> search = take(this::maySearch);
        Look<List<String>> base = after(search, this::existing);
        Look<UserSample> users = after(base, () -> UserSample.take(reader.get(), config, steps));
        Look<Inspection.Groups> groups = rules.needed()
                ? after(base, () -> new GroupCount(reader, config, rules, steps).run(users.seen()))
                : new Look.Skipped<>();
        return new Inspection.Tree(
                search, base, users.map(sample -> sample.users(config)), groups, identity(users), paging(users));
    }

    /** Of users who were seen; without any there is nothing to know them by. */
    private Look<Inspection.Identity> identity(Look<UserSample> users) {
        return users instanceof Look.Seen ? users.map(sample -> sample.identity(config)) : new Look.Skipped<>();
    }

    private String maySearch() throws LdapFailure, LDAPException {
        Optional<Problem> blind = new Blindness(config).ofAbsent(reader.get(), limitMillis());
        if (blind.isPresent()) {
            throw new LdapFailure(blind.get());
        }
        return config.baseDn();
    }

    private List<String> existing() throws LdapFailure, LDAPException {
        Set<String> wanted = new LinkedHashSet<>(List.of(config.users().usersDn()));
        if (rules.needed()) {
            wanted.add(config.groups().groupsDn());
        }
        for (String dn : wanted) {
            if (!Searches.sees(reader.get(), dn, limitMillis())) {
                throw new LdapFailure(Problem.of(Problem.Kind.BASE_NOT_FOUND, dn));
            }
        }
        return new ArrayList<>(wanted);
    }

    private Look<Inspection.Paging> paging(Look<UserSample> users) {
        return users instanceof Look.Seen<UserSample> seen
                ? take(() -> new PagingCheck(reader, config, steps).run(seen.what()))
                : new Look.Skipped<>();
    }

    private <T> Look<T> take(Steps.Step<T> step) {
        return steps.take(server(), step);
    }

    private <T> Look<T> after(Look<?> before, Steps.Step<T> step) {
        return steps.after(before, server(), step);
    }

    private ServerAddress server() {
        return reader.server();
    }

    private long limitMillis() {
        return steps.eachAnswer().toMillis();
    }
}
