package io.github.keycloakjumpcloud.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/**
 * One direction of a relayed connection: every byte leaves a fixed time after it came, in order. One thread reads, another one writes, so that any
 * number of bytes is under way at the same time.
 */
final class DelayedPipe {

    private static final int CHUNK_BYTES = 16 * 1024;
    /** As much as a fast line holds in the delay: 64 MiB. */
    private static final int CHUNKS_UNDER_WAY = 4096;

    private final Socket from;
    private final Socket to;
    private final long delayNanos;
    private final long handshakeNanos;
    private final IntConsumer counter;
    private final BlockingQueue<Chunk> underWay = new ArrayBlockingQueue<>(CHUNKS_UNDER_WAY);

    /** An empty chunk is the end. */
    private record Chunk(long dueNanos, ByteBuffer bytes) {}

    /** The handshake is waited for once, before the first byte; the counter is told how many bytes came, as they come. */
    DelayedPipe(Socket from, Socket to, long delayNanos, long handshakeNanos, IntConsumer counter) {
        this.from = from;
        this.to = to;
        this.delayNanos = delayNanos;
        this.handshakeNanos = handshakeNanos;
        this.counter = counter;
    }

    void start(String name) {
        daemon(this::read, name + "-read");
        daemon(this::write, name + "-write");
    }

    private static void daemon(Runnable job, String name) {
        Thread thread = new Thread(job, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void read() {
        try {
            try {
                readToEnd();
            } catch (IOException e) {
                cut();
            }
            underWay.put(new Chunk(System.nanoTime() + delayNanos, ByteBuffer.allocate(0)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void readToEnd() throws IOException, InterruptedException {
        InputStream in = from.getInputStream();
        byte[] buffer = new byte[CHUNK_BYTES];
        long extra = handshakeNanos;
        for (int length = in.read(buffer); length > 0; length = in.read(buffer)) {
            counter.accept(length);
            underWay.put(
                    new Chunk(System.nanoTime() + delayNanos + extra, ByteBuffer.wrap(Arrays.copyOf(buffer, length))));
            extra = 0;
        }
    }

    private void write() {
        try {
            OutputStream out = to.getOutputStream();
            Chunk chunk = underWay.take();
            while (chunk.bytes().hasRemaining()) {
                awaitDue(chunk);
                out.write(chunk.bytes().array());
                chunk = underWay.take();
            }
            awaitDue(chunk);
            end();
        } catch (IOException e) {
            cut();
            // Room for a reader that waits for some: it finds its socket closed.
            underWay.clear();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends this direction, and with the second one the connection. */
    private void end() throws IOException {
        to.shutdownOutput();
        from.shutdownInput();
        if (to.isInputShutdown() && from.isOutputShutdown()) {
            cut();
        }
    }

    private static void awaitDue(Chunk chunk) {
        for (long left = chunk.dueNanos() - System.nanoTime(); left > 0; left = chunk.dueNanos() - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** Ends both sides. */
    private void cut() {
        close(from);
        close(to);
    }

    static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is gone either way.
            return;
        }
    }
}
