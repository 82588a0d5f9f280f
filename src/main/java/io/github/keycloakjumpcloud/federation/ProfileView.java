package io.github.keycloakjumpcloud.federation;

import io.github.keycloakjumpcloud.compatibility.ChangingMethod;
import io.github.keycloakjumpcloud.config.UserSettings;
import io.github.keycloakjumpcloud.store.Marks;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.userprofile.AttributeGroupMetadata;
import org.keycloak.userprofile.AttributeMetadata;
import org.keycloak.userprofile.UserProfileMetadata;
import org.keycloak.userprofile.UserProfileUtil;

/** How the user profile shows imported users: what comes from JumpCloud is read-only, the identity stands among the metadata. */
final class ProfileView {

    /** Since Keycloak 26.5. */
    private static final ChangingMethod SET_DEFAULT = ChangingMethod.of(AttributeMetadata.class, "setDefault");

    private ProfileView() {}

    /** Makes managed attributes read-only and gives those that the realm's user profile does not declare. */
    static List<AttributeMetadata> decorate(
            KeycloakSession session, UserProfileMetadata metadata, UserSettings settings, String providerName) {
        int order = (int) metadata.getAttributes().stream()
                .map(AttributeMetadata::getName)
                .distinct()
                .count();
        List<AttributeMetadata> added = new ArrayList<>();
        for (String name : new TreeSet<>(settings.attributeMappings().values())) {
            AttributeMetadata attribute =
                    UserProfileUtil.createAttributeMetadata(name, metadata, order++, providerName);
            if (attribute != null) {
                added.add(attribute);
            }
        }
        AttributeGroupMetadata group = UserProfileUtil.lookupUserMetadataGroup(session);
        for (String name : new TreeSet<>(Marks.OF_USERS)) {
            AttributeMetadata attribute =
                    UserProfileUtil.createAttributeMetadata(name, metadata, group, order++, providerName);
            if (attribute != null) {
                if (SET_DEFAULT.exists()) {
                    SET_DEFAULT.call(attribute, true);
                }
                if (Marks.FINGERPRINT.equals(name)) {
                    attribute.addReadCondition(AttributeMetadata.ALWAYS_FALSE);
                }
                added.add(attribute);
            }
        }
        Set<String> managed = ManagedAttributes.of(settings);
        Stream.concat(metadata.getAttributes().stream(), added.stream())
                .filter(attribute -> managed.contains(attribute.getName()))
                .forEach(attribute -> attribute.addWriteCondition(AttributeMetadata.ALWAYS_FALSE));
        return added;
    }
}
