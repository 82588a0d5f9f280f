package io.github.keycloakjumpcloud.directory.ldap;

import com.unboundid.ldap.sdk.ResultCode;
import io.github.keycloakjumpcloud.directory.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a long search brought in.
 *
 * @param items the entries, mapped
 * @param code the search's result code
 * @param shortfall why there may be more entries than these, or {@code null}
 */
record Harvest<T>(List<T> items, ResultCode code, @Nullable Problem shortfall) {

    /** Whether the base DN is missing or hidden. */
    boolean isBaseMissing() {
        return code.equals(ResultCode.NO_SUCH_OBJECT);
    }
}
