package io.github.keycloakjumpcloud.keycloak;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Asks a health page whether it answers 200. */
final class ReadinessProbe {

    private final URI page;

    ReadinessProbe(String page) {
        this.page = URI.create(page);
    }

    boolean isReady() {
        try {
            HttpURLConnection connection = (HttpURLConnection) page.toURL().openConnection();
            connection.setConnectTimeout(1000);
            connection.setReadTimeout(5000);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }
}
