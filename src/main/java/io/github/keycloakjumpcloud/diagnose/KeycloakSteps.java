package io.github.keycloakjumpcloud.diagnose;

import io.github.keycloakjumpcloud.directory.RejectedEntry;
import io.github.keycloakjumpcloud.store.Holder;
import io.github.keycloakjumpcloud.sync.PersonForecast;
import java.util.Objects;

/** The steps that Keycloak can answer. Pure. */
final class KeycloakSteps {

    private final UserObservation seen;

    KeycloakSteps(UserObservation seen) {
        this.seen = seen;
    }

    SignInStep provider() {
        boolean imports = seen.config().importEnabled();
        StepDetails details = StepDetails.none().with("enabled", seen.enabled()).with("importEnabled", imports);
        if (!seen.enabled()) {
            return SignInStep.failed(StepName.PROVIDER, details, SignInObstacle.PROVIDER_DISABLED);
        }
        if (imports) {
            return SignInStep.ok(StepName.PROVIDER, details, "jumpcloud.explain.provider.ok");
        }
        return seen.holder() == null || seen.isForeign()
                ? SignInStep.failed(StepName.PROVIDER, details, SignInObstacle.IMPORT_OFF)
                : SignInStep.warning(StepName.PROVIDER, details, SignInObstacle.NOT_REFRESHED);
    }

    SignInStep keycloak() {
        Account holder = seen.holder();
        if (holder == null) {
            return nobody();
        }
        StepDetails details = details(holder);
        return switch (holder.origin()) {
            case LOCAL ->
                SignInStep.warning(
                        StepName.KEYCLOAK, details, SignInObstacle.LOCAL_USER, seen.asked(), holder.username());
            case ELSEWHERE ->
                SignInStep.warning(
                        StepName.KEYCLOAK,
                        details,
                        SignInObstacle.OTHER_PROVIDER,
                        seen.asked(),
                        holder.username(),
                        String.valueOf(holder.provider()));
            case OURS ->
                holder.dn() == null
                        ? SignInStep.failed(StepName.KEYCLOAK, details, SignInObstacle.MARK_LOST, holder.username())
                        : SignInStep.ok(
                                StepName.KEYCLOAK, details, "jumpcloud.explain.keycloak.known", holder.username());
        };
    }

    private SignInStep nobody() {
        Account account = seen.account();
        Account shadowed = seen.shadowed();
        if (shadowed != null) {
            return SignInStep.warning(
                    StepName.KEYCLOAK, details(shadowed), SignInObstacle.NAME_IS_ADDRESS, seen.asked());
        }
        return account == null
                ? SignInStep.ok(
                        StepName.KEYCLOAK, StepDetails.none(), "jumpcloud.explain.keycloak.unknown", seen.asked())
                : SignInStep.ok(
                        StepName.KEYCLOAK,
                        details(account),
                        "jumpcloud.explain.keycloak.otherName",
                        seen.asked(),
                        account.username());
    }

    private static StepDetails details(Account account) {
        return StepDetails.none()
                .with("userId", account.keycloakId())
                .with("username", account.username())
                .with("provider", account.provider())
                .with("enabled", account.enabled())
                .with("id", account.directoryId())
                .with("dn", account.dn())
                .with("departedSince", account.departedSince())
                .with("disabledSince", account.disabledSince());
    }

    SignInStep conflict() {
        Account holder = seen.holder();
        if (holder != null && !holder.isOurs()) {
            StepDetails details = StepDetails.none().with("heldBy", holder.username());
            return holder.origin() == Account.Origin.LOCAL
                    ? SignInStep.failed(
                            StepName.CONFLICT, details, SignInObstacle.LOCAL_USER, seen.asked(), holder.username())
                    : SignInStep.failed(
                            StepName.CONFLICT,
                            details,
                            SignInObstacle.OTHER_PROVIDER,
                            seen.asked(),
                            holder.username(),
                            String.valueOf(holder.provider()));
        }
        PersonForecast forecast = seen.forecast();
        if (forecast == null) {
            return SignInStep.skipped(StepName.CONFLICT, seen.whyNoEntry());
        }
        RejectedEntry failure = forecast.failure();
        return failure == null
                ? SignInStep.ok(StepName.CONFLICT, StepDetails.none(), "jumpcloud.explain.conflict.none")
                : conflict(forecast, failure);
    }

    /** Whoever is in Keycloak already keeps the old names and can sign in; nobody else is created. */
    private SignInStep conflict(PersonForecast forecast, RejectedEntry failure) {
        boolean known = forecast.known() != null || seen.account() != null;
        Holder username = forecast.usernameHolder();
        Holder email = forecast.emailHolder();
        if (username != null) {
            return conflict(known, details(username), SignInObstacle.USERNAME_TAKEN, name(), username.username());
        }
        return email != null
                ? conflict(known, details(email), SignInObstacle.EMAIL_TAKEN, address(), email.username())
                : conflict(known, StepDetails.none(), SignInObstacle.REFUSED_BY_KEYCLOAK, failure.reason());
    }

    private static SignInStep conflict(boolean known, StepDetails details, SignInObstacle obstacle, Object... args) {
        return known
                ? SignInStep.warning(StepName.CONFLICT, details, obstacle, args)
                : SignInStep.failed(StepName.CONFLICT, details, obstacle, args);
    }

    private static StepDetails details(Holder holder) {
        return StepDetails.none().with("heldBy", holder.username()).with("heldByUserId", holder.keycloakId());
    }

    private String name() {
        return Objects.requireNonNull(seen.search().present()).user().username();
    }

    private String address() {
        return String.valueOf(
                Objects.requireNonNull(seen.search().present()).user().email());
    }

    SignInStep enabled() {
        Account account = seen.account();
        if (account == null) {
            return SignInStep.skipped(
                    StepName.ENABLED,
                    seen.isForeign() ? "jumpcloud.explain.enabled.foreign" : "jumpcloud.explain.enabled.notImported");
        }
        StepDetails details = StepDetails.none().with("enabled", account.enabled());
        if (account.lockout() == Account.Lockout.PERMANENT) {
            return SignInStep.failed(StepName.ENABLED, details, SignInObstacle.PERMANENTLY_LOCKED);
        }
        if (!account.enabled()) {
            String since = account.disabledSince();
            return since == null
                    ? SignInStep.failed(StepName.ENABLED, details, SignInObstacle.DISABLED_BY_ADMINISTRATOR)
                    : SignInStep.failed(StepName.ENABLED, details, SignInObstacle.DISABLED_BY_US, since);
        }
        if (account.lockout() == Account.Lockout.TEMPORARY) {
            return SignInStep.failed(StepName.ENABLED, details, SignInObstacle.TEMPORARILY_LOCKED);
        }
        return account.departedSince() == null
                ? SignInStep.ok(StepName.ENABLED, details, "jumpcloud.explain.enabled.ok")
                : SignInStep.warning(StepName.ENABLED, details, SignInObstacle.DEPARTED, account.departedSince());
    }
}
