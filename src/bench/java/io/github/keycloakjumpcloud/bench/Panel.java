package io.github.keycloakjumpcloud.bench;

import java.util.List;

/** One of the plots of a picture. */
record Panel(String title, List<Series> series) {}
