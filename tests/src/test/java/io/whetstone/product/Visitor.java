package io.whetstone.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A browser without a screen: it keeps cookies and goes where it is led, as far as a test lets it. */
final class Visitor {
    private static final int MOST_HOPS = 15;

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** Goes from redirect to redirect; returns the first address that is {@code enough}, without opening it. */
    URI follow(String from, Predicate<URI> enough) {
        var here = URI.create(from);
        for (var hop = 0; hop < MOST_HOPS; hop++) {
            if (enough.test(here)) {
                return here;
            }
            // The person begins on a page of ours; what follows is led by redirects.
            var answer = get(here, Map.of("Sec-Fetch-Site", hop == 0 ? "same-origin" : "cross-site"));
            here = here.resolve(answer.headers()
                    .firstValue("Location")
                    .orElseThrow(() -> new AssertionError(answer.uri() + " leads nowhere: " + answer.body())));
        }
        throw new AssertionError("Led in circles at " + here);
    }

    HttpResponse<String> get(URI address) {
        return get(address, Map.of());
    }

    HttpResponse<String> get(URI address, Map<String, String> headers) {
        try {
            var request = HttpRequest.newBuilder(address);
            headers.forEach(request::header);
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    /** The cookie of the product's session, as a header has it; empty before a sign-in. */
    String sessionCookie() {
        return cookie("ws_refresh");
    }

    /** A cookie as a header has it; empty when the browser has none of this name. */
    String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(cookie -> name + "=" + cookie.getValue())
                .collect(Collectors.joining());
    }

    /** The value of a parameter of an address; empty when it has none. */
    static String parameter(URI address, String name) {
        return Arrays.stream(address.getQuery().split("&"))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> pair.substring(name.length() + 1))
                .findFirst()
                .orElse("");
    }
}
