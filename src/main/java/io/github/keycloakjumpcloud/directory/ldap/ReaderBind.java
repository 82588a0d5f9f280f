package io.github.keycloakjumpcloud.directory.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import io.github.keycloakjumpcloud.config.ConnectionSettings;
import io.github.keycloakjumpcloud.directory.Problem;
import io.github.keycloakjumpcloud.dn.DistinguishedName;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Binds new connections as the LDAP reader. After a refusal it answers by itself for a while: every sign-in would otherwise try the wrong password
 * again, and enough of that locks the reader out. Thread-safe.
 */
final class ReaderBind implements Servers.Preparation {

    private final ConnectionSettings settings;
    private final Duration pause;
    private volatile @Nullable Deadline pausedUntil;

    /** Sends nothing for {@code pause} after a refusal. */
    ReaderBind(ConnectionSettings settings, Duration pause) {
        this.settings = settings;
        this.pause = pause;
    }

    @Override
    public void prepare(Link link) throws LdapFailure {
        Deadline paused = pausedUntil;
        if (paused != null && !paused.isOver()) {
            throw new LdapFailure(refused());
        }
        long limitMillis = limit().toMillis();
        SimpleBindRequest request = new SimpleBindRequest(settings.bindDn(), settings.bindCredential());
        request.setResponseTimeoutMillis(limitMillis);
        try {
            Exchange.over(link.connection(), () -> link.connection().bind(request));
        } catch (LDAPException e) {
            if (e.getResultCode().equals(ResultCode.INVALID_CREDENTIALS)) {
                pausedUntil = Deadline.in(pause);
                throw new LdapFailure(refused(), e);
            }
            throw new LdapFailure(ResultCodes.problem(e, link.server().toString(), limitMillis), e);
        }
    }

    /** Where there is another server, getting this one's answer is part of connecting to it. */
    private Duration limit() {
        Duration connect = settings.connectionTimeout();
        boolean other = settings.servers().size() > 1;
        return other && connect.compareTo(settings.readTimeout()) < 0 ? connect : settings.readTimeout();
    }

    private Problem refused() {
        String organization = DistinguishedName.parse(settings.bindDn())
                .flatMap(dn -> dn.value("o"))
                .orElse("");
        return Problem.of(Problem.Kind.READER_REFUSED, settings.bindDn(), organization);
    }
}
