package io.github.keycloakjumpcloud.federation;

import io.github.keycloakjumpcloud.store.Marks;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.GroupModel;
import org.keycloak.models.MembershipMetadata;
import org.keycloak.models.ModelException;
import org.keycloak.models.ModelValidationException;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.UserModelDelegate;
import org.keycloak.storage.ReadOnlyException;

/**
 * An imported user as the rest of Keycloak sees him: what comes from JumpCloud is read-only, everything else (enabled, roles, local groups,
 * locale, other attributes, required actions, credentials) is Keycloak's own. Writing the value that is there already is no change.
 */
final class ImportedUser extends UserModelDelegate {

    private final String componentId;
    private final Supplier<Set<String>> managed;

    /**
     * @param local the stored user
     * @param componentId the provider's id
     * @param managed names of the attributes that come from JumpCloud; asked for only when an attribute is written
     */
    ImportedUser(UserModel local, String componentId, Supplier<Set<String>> managed) {
        super(local);
        this.componentId = componentId;
        this.managed = managed;
    }

    @Override
    public void setUsername(String username) {
        refuseChange(UserModel.USERNAME, getUsername(), username);
    }

    @Override
    public void setEmail(String email) {
        refuseChange(UserModel.EMAIL, getEmail(), email);
    }

    @Override
    public void setFirstName(String firstName) {
        refuseChange(UserModel.FIRST_NAME, getFirstName(), firstName);
    }

    @Override
    public void setLastName(String lastName) {
        refuseChange(UserModel.LAST_NAME, getLastName(), lastName);
    }

    @Override
    public void setSingleAttribute(String name, String value) {
        if (isManaged(name)) {
            refuseChange(name, values(name), value == null ? List.of() : List.of(value));
        } else {
            super.setSingleAttribute(name, value);
        }
    }

    @Override
    public void setAttribute(String name, List<String> values) {
        if (isManaged(name)) {
            refuseChange(name, values(name), values == null ? List.of() : values);
        } else {
            super.setAttribute(name, values);
        }
    }

    @Override
    public void removeAttribute(String name) {
        if (isManaged(name)) {
            refuseChange(name, values(name), List.of());
        } else {
            super.removeAttribute(name);
        }
    }

    @Override
    public void joinGroup(GroupModel group) {
        if (mayChangeMembership(group, true)) {
            super.joinGroup(group);
        }
    }

    @Override
    public void joinGroup(GroupModel group, MembershipMetadata metadata) {
        if (mayChangeMembership(group, true)) {
            super.joinGroup(group, metadata);
        }
    }

    @Override
    public void leaveGroup(GroupModel group) {
        if (mayChangeMembership(group, false)) {
            super.leaveGroup(group);
        }
    }

    private boolean mayChangeMembership(GroupModel group, boolean member) {
        if (!componentId.equals(group.getFirstAttribute(Marks.COMPONENT))) {
            return true;
        }
        if (isMemberOf(group) == member) {
            return false;
        }
        throw refusedMembership(group);
    }

    /** Keycloak answers this one with 400, where a ReadOnlyException would be an internal server error, and shows a sentence only if it has a cause. */
    private static ModelValidationException refusedMembership(GroupModel group) {
        String sentence = "Group '" + group.getName()
                + "' is imported from JumpCloud; change the membership in the JumpCloud Admin Portal and sync";
        ModelValidationException refusal = new ModelValidationException(sentence);
        refusal.initCause(new ModelException(sentence));
        return refusal;
    }

    private boolean isManaged(String name) {
        return managed.get().contains(name);
    }

    private List<String> values(String name) {
        return getAttributeStream(name).filter(Objects::nonNull).collect(Collectors.toList());
    }

    private static void refuseChange(String name, @Nullable Object present, @Nullable Object wanted) {
        if (!Objects.equals(emptyAsNull(present), emptyAsNull(wanted))) {
            throw new ReadOnlyException(
                    "'" + name + "' comes from JumpCloud; change it in the JumpCloud Admin Portal and sync");
        }
    }

    /** Keycloak's forms send an empty text where a value is missing. */
    private static @Nullable Object emptyAsNull(@Nullable Object value) {
        return "".equals(value) ? null : value;
    }
}
