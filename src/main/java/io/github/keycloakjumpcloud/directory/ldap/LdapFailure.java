package io.github.keycloakjumpcloud.directory.ldap;

import io.github.keycloakjumpcloud.directory.Problem;
import org.jspecify.annotations.Nullable;

/** Thrown inside this package where the directory could not be asked; becomes an outcome before it leaves. */
final class LdapFailure extends Exception {

    private final transient Problem problem;

    LdapFailure(Problem problem) {
        this(problem, null);
    }

    LdapFailure(Problem problem, @Nullable Throwable cause) {
        super(problem.kind().name(), cause);
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
