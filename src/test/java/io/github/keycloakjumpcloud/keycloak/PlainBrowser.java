package io.github.keycloakjumpcloud.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A browser without scripts that signs somebody in at a client of a realm. It follows redirects within Keycloak, and a page's wish to be loaded again only
 * when it is told to. Belongs to one thread.
 */
public final class PlainBrowser {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String CLIENT_PAGE = "http://127.0.0.1/done";
    private static final Pattern ACTION = Pattern.compile("<form[^>]* action=\"([^\"]+)\"");
    private static final Pattern COOKIE_PATH = Pattern.compile("; ?[Pp]ath=([^;]+)");
    private static final HttpClient CLIENT = HttpOne.client(Duration.ofSeconds(20));

    /** By path and name, as realms of one server use the same names. */
    private final Map<Cookie, String> cookies = new LinkedHashMap<>();

    private String page = "";
    private String refresh = "";
    private int status;
    private URI place;

    private PlainBrowser(URI start) {
        this.place = start;
    }

    /** Opens the login page of {@link SignIn#DEFAULT_CLIENT}. */
    public static PlainBrowser open(RealmApi realm) {
        PlainBrowser browser = new PlainBrowser(URI.create(realm.admin().baseUrl() + "/realms/" + realm.name()
                + "/protocol/openid-connect/auth?"
                + JsonHttp.query(Map.of(
                        "client_id",
                        SignIn.DEFAULT_CLIENT,
                        "response_type",
                        "code",
                        "scope",
                        "openid",
                        "redirect_uri",
                        CLIENT_PAGE))));
        browser.go(HttpRequest.newBuilder(browser.place));
        return browser;
    }

    /** Sends the first form on the page. */
    public PlainBrowser submit(Map<String, String> fields) {
        go(HttpRequest.newBuilder(formTarget())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(JsonHttp.query(fields))));
        return this;
    }

    /** Loads the page that the last one wants to be followed by. */
    public PlainBrowser askAgain() {
        if (!isAskedAgain()) {
            throw new AssertionError("The page does not want to be loaded again: " + page);
        }
        go(HttpRequest.newBuilder(URI.create(refresh.substring(refresh.indexOf("url=") + 4))));
        return this;
    }

    /** Starts the login anew, as the link "Restart login" does. */
    public PlainBrowser restart() {
        String form = formTarget().toString();
        String query = form.substring(form.indexOf('?') + 1);
        String base = form.substring(0, form.indexOf("/login-actions/"));
        go(HttpRequest.newBuilder(URI.create(base + "/login-actions/restart?" + query)));
        return this;
    }

    /** Whether the page wants to be loaded again after a while. */
    public boolean isAskedAgain() {
        return !refresh.isEmpty();
    }

    /** After how long the page wants to be loaded again. */
    public Duration pause() {
        return Duration.ofSeconds(Long.parseLong(refresh.substring(0, refresh.indexOf(';'))));
    }

    /** Whether Keycloak has sent the browser back to the client with a code. */
    public boolean isSignedIn() {
        return place.toString().startsWith(CLIENT_PAGE) && place.toString().contains("code=");
    }

    /** The page as it was sent. */
    public String page() {
        return page;
    }

    /** The HTTP status of the page. */
    public int status() {
        return status;
    }

    /** Where a link of Keycloak's own leads from this page to another page of the same login, e.g. {@code reset-credentials}. */
    public URI link(String action) {
        String form = formTarget().toString();
        String query = form.substring(form.indexOf('?') + 1).replaceAll("(session_code|execution)=[^&]*&", "");
        return URI.create(
                form.substring(0, form.indexOf("/login-actions/")) + "/login-actions/" + action + "?" + query);
    }

    /** Opens a page in the same tab. */
    public PlainBrowser visit(URI target) {
        place = target;
        go(HttpRequest.newBuilder(target));
        return this;
    }

    /** Opens the first link on the page whose address contains this. */
    public PlainBrowser follow(String part) {
        Matcher link = Pattern.compile("href=\"([^\"]*" + Pattern.quote(part) + "[^\"]*)\"")
                .matcher(page);
        if (!link.find()) {
            throw new AssertionError("No link to " + part + " on the page: " + page);
        }
        return visit(place.resolve(link.group(1).replace("&amp;", "&")));
    }

    private URI formTarget() {
        Matcher form = ACTION.matcher(page);
        if (!form.find()) {
            throw new AssertionError("No form on the page: " + page);
        }
        return URI.create(form.group(1).replace("&amp;", "&"));
    }

    private void go(HttpRequest.Builder request) {
        HttpResponse<String> answer = send(request);
        while (answer.statusCode() / 100 == 3) {
            place = place.resolve(answer.headers().firstValue("Location").orElseThrow());
            if (place.toString().startsWith(CLIENT_PAGE)) {
                page = "";
                refresh = "";
                return;
            }
            answer = send(HttpRequest.newBuilder(place));
        }
        place = answer.uri();
        status = answer.statusCode();
        page = answer.body();
        refresh = answer.headers().firstValue("Refresh").orElse("");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        String path = request.build().uri().getPath();
        String sent = cookies.entrySet().stream()
                .filter(cookie -> path.startsWith(cookie.getKey().path()))
                .map(cookie -> cookie.getKey().name() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        if (!sent.isEmpty()) {
            request.header("Cookie", sent);
        }
        try {
            HttpResponse<String> answer = CLIENT.send(request.timeout(LIMIT).build(), BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(String header) {
        String pair = header.substring(0, header.indexOf(';'));
        Matcher path = COOKIE_PATH.matcher(header);
        Cookie cookie = new Cookie(path.find() ? path.group(1) : "/", pair.substring(0, pair.indexOf('=')));
        if (header.contains("Max-Age=0")) {
            cookies.remove(cookie);
        } else {
            cookies.put(cookie, pair.substring(pair.indexOf('=') + 1));
        }
    }

    private record Cookie(String path, String name) {}
}
