package io.github.keycloakjumpcloud.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.validate.AbstractSimpleValidator;
import org.keycloak.validate.ValidationContext;
import org.keycloak.validate.Validator;
import org.keycloak.validate.ValidatorConfig;

/** What the user profile demands of one attribute. */
final class AttributeRules {

    private static final Logger LOG = Logger.getLogger(AttributeRules.class);

    private static final String REMEDY = "; change it in JumpCloud, or the attribute in Realm settings > User profile";

    private final KeycloakSession session;
    private final UPAttribute attribute;
    private final List<Rule> rules;

    private AttributeRules(KeycloakSession session, UPAttribute attribute, List<Rule> rules) {
        this.session = session;
        this.attribute = attribute;
        this.rules = List.copyOf(rules);
    }

    private record Rule(String id, Map<String, Object> settings, Validator validator, ValidatorConfig config) {}

    static AttributeRules of(KeycloakSession session, UPAttribute attribute) {
        List<Rule> rules = new ArrayList<>();
        Map<String, Map<String, Object>> validations =
                attribute.getValidations() == null ? Map.of() : attribute.getValidations();
        validations.forEach((id, settings) -> {
            Validator validator = session.getProvider(Validator.class, id);
            if (validator != null) {
                ValidatorConfig config = ValidatorConfig.builder()
                        .config(settings)
                        .config(AbstractSimpleValidator.IGNORE_EMPTY_VALUE, true)
                        .build();
                rules.add(new Rule(id, settings == null ? Map.of() : settings, validator, config));
            }
        });
        return new AttributeRules(session, attribute, rules);
    }

    Optional<String> fault(List<String> values) {
        if (!attribute.isMultivalued() && values.size() > 1) {
            return Optional.of("has " + values.size() + " values, and the realm's user profile takes one" + REMEDY);
        }
        for (Rule rule : rules) {
            if (refuses(rule, values)) {
                return Optional.of("is refused by the realm's user profile (validator '" + rule.id() + "'"
                        + (rule.settings().isEmpty() ? "" : " " + new TreeMap<>(rule.settings())) + ")" + REMEDY);
            }
        }
        return Optional.empty();
    }

    /** Some validators can only judge what a person types into a form; what they cannot judge here is taken. */
    private boolean refuses(Rule rule, List<String> values) {
        ValidationContext context = new ValidationContext(session);
        try {
            rule.validator().validate(values, attribute.getName(), context, rule.config());
        } catch (RuntimeException e) {
            LOG.debugf(e, "Validator '%s' of attribute '%s' cannot be asked here", rule.id(), attribute.getName());
            return false;
        }
        return !context.isValid();
    }
}
