package io.github.keycloakjumpcloud.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A record beside the schema that describes it. */
record RecordSchema(String name, Class<?> type, JsonNode schema, Map<Class<?>, String> schemaNames) {

    void check() {
        Set<String> fields = new TreeSet<>();
        Set<String> always = new TreeSet<>();
        for (RecordComponent component : type.getRecordComponents()) {
            fields.add(component.getName());
            if (!mayBeMissing(component)) {
                always.add(component.getName());
            }
            if (!component.getAccessor().isAnnotationPresent(JsonRawValue.class)) {
                check(name + "." + component.getName(), component.getGenericType(), property(component));
            }
        }
        Set<String> described = new TreeSet<>();
        schema.path("properties").fieldNames().forEachRemaining(described::add);
        assertThat(described).as(name).isEqualTo(fields);
        assertThat(ApiDocument.texts(schema.path("required")))
                .as(name + ", required")
                .isEqualTo(always);
    }

    private boolean mayBeMissing(RecordComponent component) {
        JsonInclude included = type.getAnnotation(JsonInclude.class);
        boolean emptyIsLeftOut = included != null && included.value() == JsonInclude.Include.NON_EMPTY;
        boolean maybeEmpty = Map.class.isAssignableFrom(component.getType())
                || Collection.class.isAssignableFrom(component.getType());
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class) || (emptyIsLeftOut && maybeEmpty);
    }

    private JsonNode property(RecordComponent component) {
        return schema.path("properties").path(component.getName());
    }

    private void check(String where, Type actual, JsonNode property) {
        if (actual instanceof ParameterizedType generic) {
            if (generic.getRawType() == Map.class) {
                assertThat(property.path("type").asText()).as(where).isEqualTo("object");
                check(where, generic.getActualTypeArguments()[1], property.path("additionalProperties"));
            } else {
                assertThat(property.path("type").asText()).as(where).isEqualTo("array");
                check(where, generic.getActualTypeArguments()[0], property.path("items"));
            }
            return;
        }
        Class<?> plain = (Class<?>) actual;
        if (plain.isRecord()) {
            assertThat(reference(property)).as(where).isEqualTo(schemaNames.get(plain));
        } else if (plain.isEnum()) {
            assertThat(ApiDocument.texts(property.path("enum")))
                    .as(where)
                    .isEqualTo(Arrays.stream(plain.getEnumConstants())
                            .map(String::valueOf)
                            .collect(Collectors.toCollection(TreeSet::new)));
        } else if (plain != Object.class) {
            assertThat(property.path("type").asText()).as(where).isEqualTo(word(plain));
        }
    }

    /** Directly, or with something added. */
    private static String reference(JsonNode property) {
        JsonNode target = property.has("allOf") ? property.path("allOf").path(0) : property;
        return target.path("$ref").asText().replace("#/components/schemas/", "");
    }

    private static String word(Class<?> plain) {
        if (plain == String.class) {
            return "string";
        }
        return plain == boolean.class || plain == Boolean.class ? "boolean" : "integer";
    }
}
