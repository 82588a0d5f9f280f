package io.github.keycloakjumpcloud.federation;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.keycloakjumpcloud.keycloak.Backend;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Takes traces by OTLP over HTTP (opentelemetry-proto, {@code ExportTraceServiceRequest}). Thread-safe. */
final class TraceCollector implements AutoCloseable {

    private final Queue<ByteBuffer> bodies = new ConcurrentLinkedQueue<>();
    private final HttpServer server;

    private TraceCollector(HttpServer server) {
        this.server = server;
    }

    static TraceCollector start() {
        try {
            HttpServer server =
                    HttpServer.create(new InetSocketAddress(Backend.chosen().listenAddress(), 0), 0);
            TraceCollector collector = new TraceCollector(server);
            server.createContext("/", collector::take);
            server.start();
            return collector;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        bodies.add(ByteBuffer.wrap(exchange.getRequestBody().readAllBytes()));
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** The spans of one tracer that have come so far, with all that they carry. */
    List<CollectedSpan> spans(String tracer) {
        return bodies.stream()
                .map(ProtobufMessage::new)
                .flatMap(request -> request.all(1).stream())
                .flatMap(resource -> resource.all(2).stream())
                .filter(scope ->
                        scope.all(1).stream().anyMatch(name -> name.text(1).equals(tracer)))
                .flatMap(scope -> scope.all(2).stream())
                .map(span -> new CollectedSpan(span.text(5), !span.text(4).isEmpty(), span.text()))
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
