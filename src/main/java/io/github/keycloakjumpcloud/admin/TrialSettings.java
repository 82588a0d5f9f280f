package io.github.keycloakjumpcloud.admin;

import io.github.keycloakjumpcloud.access.Secrets;
import io.github.keycloakjumpcloud.config.BindCredentialRule;
import io.github.keycloakjumpcloud.config.ConfigProblem;
import io.github.keycloakjumpcloud.config.ConfigReader;
import io.github.keycloakjumpcloud.config.ConfigValidator;
import io.github.keycloakjumpcloud.config.JumpCloudConfig;
import io.github.keycloakjumpcloud.directory.ldap.FilterSyntax;
import io.github.keycloakjumpcloud.i18n.EnglishMessages;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.Map;

/**
 * The settings that a call tries out: the stored ones, or with those of a form that has not been saved. They are as good as saved ones, and the
 * stored password goes nowhere that it was not stored for.
 *
 * @param unsaved whether they differ from the stored ones
 */
record TrialSettings(JumpCloudConfig config, boolean unsaved) {

    /**
     * Reads them.
     *
     * @param stored the provider's values; empty for one that does not exist yet
     * @param settings those with what the call's body says
     */
    static TrialSettings of(AdminCall call, Map<String, List<String>> stored, UnsavedSettings settings) {
        check(stored, settings);
        JumpCloudConfig config =
                ConfigReader.read(settings.values(), secret -> Secrets.resolve(call.session(), secret));
        return new TrialSettings(config, !settings.values().equals(stored));
    }

    private static void check(Map<String, List<String>> stored, UnsavedSettings settings) {
        List<ConfigProblem> problems = ConfigValidator.validate(settings.values(), FilterSyntax::problem);
        if (!problems.isEmpty()) {
            throw refusal("invalid_settings", problems.get(0));
        }
        BindCredentialRule.checkTrial(stored, settings.values(), settings.passwordTyped())
                .ifPresent(problem -> {
                    throw refusal("credential_must_be_typed_anew", problem);
                });
    }

    private static ApiException refusal(String code, ConfigProblem problem) {
        String sentence =
                EnglishMessages.text(problem.messageKey(), problem.args().toArray());
        return new ApiException(Status.BAD_REQUEST, code, sentence);
    }
}
