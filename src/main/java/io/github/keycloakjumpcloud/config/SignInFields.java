package io.github.keycloakjumpcloud.config;

import java.util.List;
import java.util.function.Supplier;

/** What happens at a sign-in. */
record SignInFields(ConfigValues values, ConnectionFields connection) implements Fields {

    static final int DEFAULT_REFRESH = 300;

    /** Off: nothing of a password is kept. */
    static final int DEFAULT_OUTAGE_HOURS = 0;

    /** A week. */
    private static final int MOST_OUTAGE_HOURS = 7 * 24;

    private static final int MOST_REFRESH = 30 * 24 * 60 * 60;

    @Override
    public List<Supplier<?>> readers() {
        return List.of(this::refreshSeconds, this::outageHours);
    }

    SignInSettings settings() {
        boolean secondFactor = connection.asksSecondFactor();
        // A kept password would stand in for both factors.
        return new SignInSettings(refreshSeconds(), secondFactor, connection.mayAskSecondFactor() ? 0 : outageHours());
    }

    private int outageHours() {
        return values.number(ConfigKeys.OUTAGE_LOGIN_HOURS, DEFAULT_OUTAGE_HOURS, 0, MOST_OUTAGE_HOURS);
    }

    private int refreshSeconds() {
        return values.number(ConfigKeys.LOGIN_REFRESH_SECONDS, DEFAULT_REFRESH, SignInSettings.NEVER, MOST_REFRESH);
    }
}
