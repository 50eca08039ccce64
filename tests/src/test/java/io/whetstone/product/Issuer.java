package io.whetstone.product;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A certified OpenID Connect issuer on this machine, with accounts and faults that tests ask for. */
final class Issuer implements AutoCloseable {
    static final String CLIENT = "whetstone";
    static final String SECRET = "a secret & more";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Process process;
    private final String url;

    private Issuer(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    /** Starts one; the test is skipped where there is no Node. */
    static Issuer start() {
        assumeTrue(runs("node", "--version"), "No Node: the tests against an OpenID Connect issuer are skipped");
        var folder = Product.root().resolve("tests/src/test/oidc");
        if (!Files.isDirectory(folder.resolve("node_modules/oidc-provider"))) {
            var installed = run(folder, "npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error");
            assumeTrue(installed == 0, "npm cannot install oidc-provider: the tests against it are skipped");
        }
        try {
            var process = new ProcessBuilder("node", "issuer.mjs")
                    .directory(folder.toFile())
                    .redirectError(Path.of("target/issuer.log").toFile())
                    .start();
            var lines = process.inputReader(StandardCharsets.UTF_8);
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("issuer ")) {
                    return new Issuer(process, line.substring("issuer ".length()));
                }
            }
            throw new AssertionError("The issuer did not start, see target/issuer.log");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String url() {
        return url;
    }

    /** Makes the installation known to it. */
    void register(List<String> redirectUris, String afterSignOut, String backchannelLogout) {
        control(
                "clients",
                List.of(Map.of(
                        "client_id", CLIENT,
                        "client_secret", SECRET,
                        "redirect_uris", redirectUris,
                        "post_logout_redirect_uris", List.of(afterSignOut),
                        "backchannel_logout_uri", backchannelLogout)));
    }

    void account(String subject, Map<String, Object> claims) {
        control("accounts", Map.of(subject, claims));
    }

    /** Spoils the ID tokens from here on; an empty text stops that. */
    void fault(String name) {
        control("fault", Map.of("fault", name));
    }

    /** Tells the installation that all sessions of an account are over. */
    void logOut(String account) {
        control("logout", Map.of("account", account));
    }

    /** Sends a logout token of this type; fails unless it is taken, or not, as it should be. */
    void logOutAs(String account, String type, boolean accepted) {
        control("logoutAs", Map.of("account", account, "typ", type, "accepted", accepted));
    }

    /** Signs with a new key of this algorithm from here on. */
    void signWith(String algorithm) {
        control("algorithm", Map.of("alg", algorithm));
    }

    void rotateKeys() {
        control("rotate", Map.of());
    }

    @Override
    public void close() {
        process.destroy();
    }

    private void control(String what, Object body) {
        try {
            var request = HttpRequest.newBuilder(URI.create(url + "/control/" + what))
                    .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                    .build();
            var answer = HTTP.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 204) {
                throw new AssertionError(answer.body());
            }
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException(impossible);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    private static boolean runs(String... command) {
        return run(Path.of("."), command) == 0;
    }

    private static int run(Path folder, String... command) {
        try {
            return new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException missing) {
            return -1;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }
}
