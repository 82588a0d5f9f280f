package io.github.keycloakjumpcloud.config;

import java.util.List;
import java.util.function.Supplier;

/** What happens at a sign-in. */
record SignInFields(ConfigValues values, ConnectionFields connection) implements Fields {

    static final int DEFAULT_REFRESH = 300;

    private static final int MOST_REFRESH = 30 * 24 * 60 * 60;

    @Override
    public List<Supplier<?>> readers() {
        return List.of(this::refreshSeconds);
    }

    SignInSettings settings() {
        return new SignInSettings(refreshSeconds(), connection.asksSecondFactor());
    }

    private int refreshSeconds() {
        return values.number(ConfigKeys.LOGIN_REFRESH_SECONDS, DEFAULT_REFRESH, SignInSettings.NEVER, MOST_REFRESH);
    }
}
