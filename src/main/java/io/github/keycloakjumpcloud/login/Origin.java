package io.github.keycloakjumpcloud.login;

import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Proxy;
import java.net.URI;
import org.keycloak.common.ClientConnection;
import org.keycloak.models.KeycloakContext;

/**
 * Where a request came from, once it is over: nothing of the request itself, which holds the password.
 *
 * @param host the client's host or address
 * @param base Keycloak's address as the client used it
 */
record Origin(String host, URI base) {

    static Origin of(KeycloakContext context) {
        return new Origin(
                String.valueOf(context.getConnection().getRemoteHost()),
                context.getHttpRequest().getUri().getBaseUri());
    }

    ClientConnection connection() {
        return new ClientConnection() {

            @Override
            public String getRemoteAddr() {
                return host;
            }

            @Override
            public String getRemoteHost() {
                return host;
            }

            // What follows nobody asks about here; before Keycloak 26.7 it has to be there all the same.

            @Override
            public int getRemotePort() {
                return 0;
            }

            @Override
            public String getLocalAddr() {
                return "";
            }

            @Override
            public int getLocalPort() {
                return 0;
            }
        };
    }

    /** Tells the base alone; everything else throws an {@link IllegalStateException}, as {@link UriInfo} wants it outside a request. */
    UriInfo uri() {
        return (UriInfo) Proxy.newProxyInstance(
                UriInfo.class.getClassLoader(),
                new Class<?>[] {UriInfo.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getBaseUri", "getRequestUri", "getAbsolutePath" -> base;
                    case "getBaseUriBuilder", "getRequestUriBuilder", "getAbsolutePathBuilder" ->
                        UriBuilder.fromUri(base);
                    default -> throw new IllegalStateException("The request is over");
                });
    }
}
