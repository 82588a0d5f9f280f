package io.github.keycloakjumpcloud.config;

import java.util.List;
import java.util.function.Supplier;

/** Some fields of the form that belong together. Each one's reader throws {@link InvalidValueException} where its value will not do. */
interface Fields {

    /** A reader for every field, in the order of the form. */
    List<Supplier<?>> readers();
}
