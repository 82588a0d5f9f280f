package io.github.keycloakjumpcloud.compatibility;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A method of Keycloak that other versions do not have, or have with other parameters: found by its name when the provider is loaded. Thread-safe. */
public final class ChangingMethod {

    private final String name;
    private final @Nullable Method method;

    private ChangingMethod(String name, @Nullable Method method) {
        this.name = name;
        this.method = method;
    }

    /** The owner's public method of this name, of which there must not be two. */
    public static ChangingMethod of(Class<?> owner, String name) {
        return new ChangingMethod(
                owner.getSimpleName() + "." + name,
                Arrays.stream(owner.getMethods())
                        .filter(method -> method.getName().equals(name))
                        .findFirst()
                        .orElse(null));
    }

    /** Whether this version of Keycloak has it. */
    public boolean exists() {
        return method != null;
    }

    /** What it takes in this version, in order; empty where it does not exist. */
    public List<Class<?>> parameters() {
        return method == null ? List.of() : List.of(method.getParameterTypes());
    }

    /**
     * Calls it.
     *
     * @param target the object, or {@code null} for a static method
     * @throws IllegalStateException where it does not exist, takes something else, or fails
     */
    public void call(@Nullable Object target, Object... arguments) {
        if (method == null) {
            throw new IllegalStateException("This version of Keycloak has no " + name);
        }
        try {
            method.invoke(target, arguments);
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            throw new IllegalStateException("Keycloak's " + name + " could not be called", e);
        }
    }
}
