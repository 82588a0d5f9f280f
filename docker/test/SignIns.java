import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Signs people of the stand-in in at a steady rate, however slow the answers are, and writes a line for each: number, start (ms since 1970), ms, and
 * the status with the answer, or what went wrong. Arguments: token endpoint, file with user names, sign-ins a second, seconds, file for the lines, and a word that makes
 * the numbers unique. Run with {@code java docker/test/SignIns.java}.
 */
final class SignIns {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
    private final URI endpoint;
    private final List<String> names;
    private final PrintStream lines;
    private final String word;
    private final AtomicInteger started = new AtomicInteger();
    private final CountDownLatch open;

    private SignIns(URI endpoint, List<String> names, int count, PrintStream lines, String word) {
        this.endpoint = endpoint;
        this.names = names;
        this.open = new CountDownLatch(count);
        this.lines = lines;
        this.word = word;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> names = Files.readAllLines(Path.of(arguments[1]));
        int rate = Integer.parseInt(arguments[2]);
        int count = rate * Integer.parseInt(arguments[3]);
        try (PrintStream lines = new PrintStream(arguments[4], StandardCharsets.UTF_8)) {
            new SignIns(URI.create(arguments[0]), names, count, lines, arguments[5]).run(rate, count);
        }
    }

    private void run(int rate, int count) throws InterruptedException {
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        clock.scheduleAtFixedRate(
                () -> {
                    if (started.get() < count) {
                        signIn(started.incrementAndGet());
                    }
                },
                0,
                1_000_000 / rate,
                TimeUnit.MICROSECONDS);
        open.await();
        clock.shutdown();
    }

    private void signIn(int number) {
        String name = names.get(number % names.size());
        String form = "grant_type=password&client_id=jumpcloud-demo&username=" + encoded(name) + "&password="
                + encoded(name + "-Secret01!");
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Request-ID", word + number)
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        long start = System.currentTimeMillis();
        client.sendAsync(request, BodyHandlers.ofString()).whenComplete((answer, failure) -> {
            String outcome = failure != null
                    ? failure.toString()
                    : answer.statusCode() == 200
                            ? "200"
                            : answer.statusCode() + " " + answer.body().replaceAll("\\s+", " ");
            synchronized (lines) {
                lines.printf("%s%d %d %d %s%n", word, number, start, System.currentTimeMillis() - start, outcome);
            }
            open.countDown();
        });
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
