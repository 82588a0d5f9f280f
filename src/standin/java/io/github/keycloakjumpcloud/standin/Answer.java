package io.github.keycloakjumpcloud.standin;

import com.unboundid.ldap.sdk.Control;
import java.util.List;

/** A result code with its diagnostic text ("" for none) and response controls. */
record Answer(int code, String text, List<Control> controls) {

    static Answer of(int code) {
        return new Answer(code, "", List.of());
    }

    static Answer of(int code, String text) {
        return new Answer(code, text, List.of());
    }

    static Answer success() {
        return of(ResultCodes.SUCCESS);
    }

    Answer with(List<Control> added) {
        return new Answer(code, text, added);
    }

    boolean ok() {
        return code == ResultCodes.SUCCESS;
    }
}
