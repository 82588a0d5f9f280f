package io.github.keycloakjumpcloud.admin;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.TreeMap;

/** The calls as the JAX-RS annotations declare them. */
final class ResourceMethods {

    private static final Map<Class<? extends Annotation>, String> VERBS = Map.of(GET.class, "GET", POST.class, "POST");

    private ResourceMethods() {}

    /** {@code POST /{component}/sync} and so on, each with its method. */
    static Map<String, Method> all() {
        Map<String, Method> methods = new TreeMap<>();
        for (Method locator : JumpCloudResource.class.getDeclaredMethods()) {
            Path path = locator.getAnnotation(Path.class);
            if (path == null) {
                continue;
            }
            String base = "/" + path.value();
            for (Method method : locator.getReturnType().getDeclaredMethods()) {
                VERBS.forEach((annotation, verb) -> {
                    if (method.isAnnotationPresent(annotation)) {
                        methods.put(verb + " " + base + below(method), method);
                    }
                });
            }
        }
        return methods;
    }

    private static String below(Method method) {
        Path path = method.getAnnotation(Path.class);
        return path == null ? "" : "/" + path.value();
    }
}
