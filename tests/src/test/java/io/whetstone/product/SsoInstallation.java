package io.whetstone.product;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A product that may ask this machine's own issuer, and what the tests of sign-in by providers do with it. */
final class SsoInstallation {
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "WHETSTONE_OUTBOUND_ALLOW_PRIVATE", "true",
            "WHETSTONE_STARTER_MODEL", "none",
            "WHETSTONE_HTTP_TRUSTED_PROXIES", "127.0.0.0/8,::1",
            "WHETSTONE_SSO_KEY_REFRESH_INTERVAL", "PT0.1S");

    private static final ObjectMapper JSON = new ObjectMapper();

    @SuppressWarnings("NullAway.Init")
    private static SsoInstallation shared;

    final Issuer issuer;
    final Product product;
    private final List<String> redirectUris = new ArrayList<>();

    private SsoInstallation(Issuer issuer, Product product) {
        this.issuer = issuer;
        this.product = product;
    }

    /** The one that all tests share; it is stopped with the JVM. */
    static synchronized SsoInstallation shared() {
        if (shared == null) {
            var started = new SsoInstallation(Issuer.start(), Product.at(Homes.makeShared("sso"), ENVIRONMENT));
            Runtime.getRuntime().addShutdownHook(new Thread(started::close));
            started.product.start();
            shared = started;
        }
        return shared;
    }

    /** The same, with an issuer that does nothing wrong. */
    static SsoInstallation honest() {
        var installation = shared();
        installation.issuer.fault("");
        return installation;
    }

    /** What is asked for a new provider, with changed rules. */
    Map<String, Object> provider(Map<String, Object> rules) {
        return provider(rules, Map.of());
    }

    Map<String, Object> provider(Map<String, Object> rules, Map<String, Object> settings) {
        var allRules = new HashMap<String, Object>(Map.of(
                "buttonText",
                "Sign in with the test issuer",
                "emailDomains",
                List.of(),
                "createAccounts",
                true,
                "linkAccounts",
                false,
                "membersOnly",
                false,
                "mappings",
                List.of()));
        allRules.putAll(rules);
        var oidc = new HashMap<String, Object>(Map.of(
                "issuer",
                issuer.url(),
                "clientId",
                Issuer.CLIENT,
                "clientAuthentication",
                "client_secret_basic",
                "scopes",
                List.of("email", "profile", "groups"),
                "claims",
                Map.of("email", "email", "name", "name", "groups", "groups"),
                "trustEmail",
                false,
                "signOutAtIssuer",
                true));
        oidc.putAll(settings);
        return new HashMap<>(Map.of(
                "kind",
                "oidc",
                "name",
                "Test " + UUID.randomUUID(),
                "enabled",
                true,
                "rules",
                allRules,
                "oidc",
                oidc,
                "secret",
                Issuer.SECRET));
    }

    /** Makes a provider and registers it at the issuer. */
    Answer create(Map<String, Object> request) {
        var created =
                product.admin().post("/api/admin/identity-providers", request).expect(201);
        var id = created.text("id");
        var registration = product.admin()
                .get("/api/admin/identity-providers/" + id + "/registration")
                .expect(200);
        redirectUris.add(registration.text("redirectUri"));
        issuer.register(
                redirectUris, registration.text("postLogoutRedirectUri"), registration.text("backchannelLogoutUri"));
        return created;
    }

    Answer change(Answer provider, Map<String, Object> request) {
        return send(product.admin(), "PUT", provider, request).expect(200);
    }

    Answer send(Client client, String method, Answer provider, Map<String, Object> request) {
        try {
            var body = request.isEmpty()
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(JSON.writeValueAsString(request));
            return client.send(client.request("/api/admin/identity-providers/" + provider.text("id"))
                    .method(method, body)
                    .header("Content-Type", "application/json")
                    .header("If-Match", "\"" + provider.text("version") + "\""));
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    /** Asks for a second factor of everybody, or of nobody, while a test looks. */
    void requireSecondFactor(Runnable check) {
        // Its session proves more than a password: the administrator's own would have to set up a factor first.
        var local = product.anonymous().with(product.run("token").strip());
        var path = "/api/admin/settings";
        setting(local, path, "everybody");
        try {
            check.run();
        } finally {
            setting(local, path, null);
        }
    }

    private static void setting(Client local, String path, @Nullable String value) {
        var version = local.get(path).expect(200).header("ETag");
        var change = new HashMap<String, Object>();
        change.put("secondFactorRequired", value);
        local.patch(path, change, version).expect(200);
    }

    /** A person known to the issuer; the address is theirs, verified, and unlike any other. */
    String person(String name, String domain, Map<String, Object> claims) {
        var email = name + "-" + UUID.randomUUID() + "@" + domain;
        var all = new HashMap<String, Object>(Map.of("email", email, "email_verified", true, "name", name));
        all.putAll(claims);
        issuer.account(email, all);
        return email;
    }

    String startUrl(Answer provider, String subject) {
        return "%s/api/auth/sso/%s/start?email=%s&next=/models".formatted(product.url(), provider.text("id"), subject);
    }

    /** Signs in all the way; returns the page that the browser ends at. */
    URI signIn(Visitor visitor, Answer provider, String subject) {
        return visitor.follow(startUrl(provider, subject), SsoInstallation::isSignInPage);
    }

    /** Signs in at the issuer, and stops before its answer reaches the product. */
    URI callback(Visitor visitor, Answer provider, String subject) {
        return visitor.follow(startUrl(provider, subject), SsoInstallation::isCallback);
    }

    /** Why a sign-in was refused; {@code done} when it was not. */
    String outcome(Visitor visitor, Answer provider, String subject) {
        return Visitor.parameter(signIn(visitor, provider, subject), "sso");
    }

    String outcome(Visitor visitor, URI callback) {
        return Visitor.parameter(visitor.follow(callback.toString(), SsoInstallation::isSignInPage), "sso");
    }

    /** Talks as whoever is signed in in this browser. */
    Client client(Visitor visitor) {
        return new Client(product.url(), refresh(visitor).expect(200).text("accessToken"));
    }

    Answer refresh(Visitor visitor) {
        return withCookie(visitor, "/api/auth/refresh");
    }

    Answer withCookie(Visitor visitor, String path) {
        var client = product.anonymous();
        return client.send(
                client.request(path).header("Cookie", visitor.sessionCookie()).POST(BodyPublishers.noBody()));
    }

    private void close() {
        product.leave();
        issuer.close();
    }

    private static boolean isSignInPage(URI address) {
        return address.getPath().equals("/sign-in");
    }

    private static boolean isCallback(URI address) {
        return address.getPath().endsWith("/callback");
    }
}
