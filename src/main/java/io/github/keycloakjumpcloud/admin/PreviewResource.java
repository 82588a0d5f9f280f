package io.github.keycloakjumpcloud.admin;

import io.github.keycloakjumpcloud.access.Secrets;
import io.github.keycloakjumpcloud.access.Truststore;
import io.github.keycloakjumpcloud.config.BindCredentialRule;
import io.github.keycloakjumpcloud.config.ConfigProblem;
import io.github.keycloakjumpcloud.config.ConfigReader;
import io.github.keycloakjumpcloud.config.ConfigValidator;
import io.github.keycloakjumpcloud.config.JumpCloudConfig;
import io.github.keycloakjumpcloud.directory.ldap.FilterSyntax;
import io.github.keycloakjumpcloud.i18n.EnglishMessages;
import io.github.keycloakjumpcloud.sync.SyncReport;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.component.ComponentModel;

/** {@code POST preview}: what a sync would do, with nothing written, also with settings that are not saved yet. */
public final class PreviewResource {

    private final AdminCall call;
    private final String componentId;

    PreviewResource(AdminCall call, String componentId) {
        this.call = call;
        this.componentId = componentId;
    }

    /** The body may hold {@code {"config": …}} with unsaved settings. */
    @POST
    public Response preview(@Nullable String body) {
        call.rights().manageRealm();
        ComponentModel component = call.component(componentId);
        Map<String, List<String>> stored = component.getConfig();
        Map<String, List<String>> values = call.read(body, given -> UnsavedSettings.merge(stored, given));
        check(stored, values);
        JumpCloudConfig config = ConfigReader.read(values, secret -> Secrets.resolve(call.session(), secret));
        SyncReport report = call.syncs()
                .preview(call.realm().getId(), componentId, config, Truststore.trustManager(call.session()));
        call.record("preview", Map.of("unsaved", !values.equals(stored)));
        return Answers.ok(report);
    }

    private static void check(Map<String, List<String>> stored, Map<String, List<String>> values) {
        List<ConfigProblem> problems = ConfigValidator.validate(values, FilterSyntax::problem);
        if (!problems.isEmpty()) {
            throw refusal("invalid_settings", problems.get(0));
        }
        BindCredentialRule.checkTrial(stored, values).ifPresent(problem -> {
            throw refusal("credential_must_be_typed_anew", problem);
        });
    }

    private static ApiException refusal(String code, ConfigProblem problem) {
        String sentence =
                EnglishMessages.text(problem.messageKey(), problem.args().toArray());
        return new ApiException(Status.BAD_REQUEST, code, sentence);
    }
}
