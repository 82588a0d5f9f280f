package io.github.keycloakjumpcloud.keycloak;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Tests that make sense, or can run, on one backend only; on the other they are reported as skipped, with the reason. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface OnlyOn {

    Backend value();

    /** Completes "runs on … only: ". */
    String because();
}
