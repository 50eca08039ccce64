package io.whetstone.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Letters through a real mail server, with self-registration on and a trusted proxy. */
class MailIT {
    static final String GOOD = "mellow-otter-fjord-42";
    static final Pattern LINK = Pattern.compile("(https?://\\S+)#(\\S+)");

    @SuppressWarnings("NullAway.Init")
    static GreenMail mail;

    @SuppressWarnings("NullAway.Init")
    static Product product;

    @BeforeAll
    static void start() {
        mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        product = Product.at(
                Homes.make("mail"),
                Map.of(
                        "WHETSTONE_STARTER_MODEL", "none",
                        "WHETSTONE_MAIL_HOST", "127.0.0.1",
                        "WHETSTONE_MAIL_PORT", String.valueOf(mail.getSmtp().getPort()),
                        "WHETSTONE_MAIL_TLS", "NONE",
                        "WHETSTONE_MAIL_FROM", "Whetstone <post@example.org>",
                        "WHETSTONE_IDENTITY_REGISTRATION", "true",
                        "WHETSTONE_IDENTITY_REGISTRATION_DOMAINS", "example.org",
                        "WHETSTONE_HTTP_TRUSTED_PROXIES", "127.0.0.0/8,::1",
                        "WHETSTONE_APIKEY_ENDING_CHECK_INTERVAL", "PT1S",
                        "WHETSTONE_HTTP_HTTPS_ONLY", "true"));
        product.start();
    }

    @AfterAll
    static void stop() {
        product.close();
        mail.stop();
    }

    @Test
    void who_registers_opens_the_account_with_a_link_and_not_before() {
        var email = address();
        register(email).expect(202);
        var letter = letterTo(email);
        var opened = product.anonymous()
                .post(
                        "/api/account/accept-invitation",
                        Map.of("token", token(letter), "displayName", "Reg", "newPassword", GOOD));

        assertThat(opened.status()).isEqualTo(200);
        product.anonymous().signIn(email, GOOD).expect(200);
        register(email).expect(202);
        assertThat(letterTo(email)).contains("tried to register");
        assertThat(register("x@other.example").status()).isEqualTo(400);
    }

    @Test
    void an_administrator_opens_and_closes_registration_while_it_runs() {
        try {
            setting("registration", false);
            assertThat(register(address()).status()).isEqualTo(403);
            assertThat(product.anonymous()
                            .get("/api/account/options")
                            .json()
                            .path("registration")
                            .asBoolean(true))
                    .isFalse();

            setting("registration", true);
            setting("registrationDomains", "other.example, third.example");
            assertThat(register(address()).status()).isEqualTo(400);
            register("r-" + UUID.randomUUID() + "@third.example").expect(202);
        } finally {
            setting("registration", null);
            setting("registrationDomains", null);
        }
        register(address()).expect(202);
    }

    private static void setting(String key, @Nullable Object value) {
        var change = new HashMap<String, Object>();
        change.put(key, value);
        var path = "/api/admin/settings";
        product.admin()
                .patch(path, change, product.admin().get(path).header("ETag"))
                .expect(200);
    }

    @Test
    void a_forgotten_password_is_answered_the_same_for_everybody() {
        var email = address();
        register(email).expect(202);
        product.anonymous()
                .post(
                        "/api/account/accept-invitation",
                        Map.of("token", token(letterTo(email)), "displayName", "F", "newPassword", GOOD))
                .expect(200);

        var known = product.anonymous().post("/api/account/forgot-password", Map.of("email", email));
        var unknown = product.anonymous().post("/api/account/forgot-password", Map.of("email", address()));
        var letter = letterTo(email);
        product.anonymous()
                .post("/api/account/reset-password", Map.of("token", token(letter), "newPassword", GOOD + "!"))
                .expect(204);

        assertThat(known.status()).isEqualTo(202).isEqualTo(unknown.status());
        assertThat(known.body()).isEqualTo(unknown.body());
        product.anonymous().signIn(email, GOOD + "!").expect(200);
    }

    @Test
    void an_invitation_goes_by_mail_and_is_not_told_to_the_administrator() {
        var email = address();
        var invited = product.admin()
                .post("/api/users/invitations", Map.of("email", email, "displayName", "I", "role", "user"))
                .expect(201);

        assertThat(invited.json().path("sent").asBoolean()).isTrue();
        assertThat(invited.json().path("link").isNull()
                        || invited.json().path("link").isMissingNode())
                .isTrue();
        assertThat(letterTo(email)).contains("/accept-invitation#");
    }

    @Test
    void a_new_address_counts_once_its_link_was_opened() {
        var person = Person.make(product, "move");
        var next = address();
        person.client()
                .post("/api/me/email", Map.of("email", next, "password", Product.PASSWORD))
                .expect(202);

        assertThat(person.client().get("/api/me").text("email")).isEqualTo(person.email());
        product.anonymous()
                .post("/api/account/confirm-email", Map.of("token", token(letterTo(next))))
                .expect(204);
        assertThat(person.client().get("/api/me").text("email")).isEqualTo(next);
        assertThat(letterTo(person.email())).contains("another e-mail address");
    }

    @Test
    void behind_a_trusted_proxy_the_cookie_is_secure_and_the_address_is_the_persons() {
        var person = Person.make(product, "proxy");
        var headers = Map.of("X-Forwarded-Proto", "https", "X-Forwarded-For", "192.0.2.1, 198.51.100.7");
        var session = product.anonymous()
                .post("/api/auth/sign-in", Map.of("email", person.email(), "password", Product.PASSWORD), headers)
                .expect(200);
        var sessions = product.anonymous()
                .with(session.text("accessToken"))
                .get("/api/me/sessions")
                .json();

        assertThat(session.header("Set-Cookie"))
                .startsWith("__Host-ws_refresh=")
                .contains("Secure", "HttpOnly", "SameSite=Strict", "Path=/;")
                .doesNotContain("Domain");
        assertThat(session.header("Strict-Transport-Security")).isEqualTo("max-age=31536000; includeSubDomains");
        assertThat(sessions.findValuesAsText("address")).contains("198.51.100.7");
    }

    @Test
    void an_open_line_is_refused_where_the_operator_wants_https() {
        var from = Map.of("X-Forwarded-For", "192.0.2.1");
        var open = Map.of("X-Forwarded-For", "192.0.2.1", "X-Forwarded-Proto", "http");
        var encrypted = Map.of("X-Forwarded-For", "192.0.2.1", "X-Forwarded-Proto", "https");
        for (var path : List.of("/sign-in", "/api/account/options", "/v1/models", "/health", "/live")) {
            assertThat(nobody(path, from)).as(path).isEqualTo(403);
            assertThat(nobody(path, open)).as(path).isEqualTo(403);
            assertThat(nobody(path, encrypted)).as(path).isNotEqualTo(403);
        }
        assertThat(nobody("/health", Map.of())).isEqualTo(200);
    }

    private static int nobody(String path, Map<String, String> headers) {
        var nobody = product.anonymous();
        var request = nobody.request(path).GET();
        headers.forEach(request::header);
        return nobody.send(request).status();
    }

    @Test
    void by_https_only_a_cookie_counts_that_no_other_host_can_plant() {
        var person = Person.make(product, "host");
        var https = Map.of("X-Forwarded-Proto", "https");
        var token = product.anonymous()
                .post("/api/auth/sign-in", Map.of("email", person.email(), "password", Product.PASSWORD), https)
                .expect(200)
                .header("Set-Cookie")
                .split("[=;]", 3)[1];

        assertThat(refresh("ws_refresh=" + token).status()).isEqualTo(401);
        assertThat(refresh("__Host-ws_refresh=" + token).status()).isEqualTo(200);
    }

    @Test
    void a_line_break_in_a_name_adds_no_header_to_a_letter() {
        var email = address();
        product.anonymous()
                .post(
                        "/api/account/register",
                        Map.of("email", email, "displayName", "Reg\r\nBcc: eve@elsewhere.example\r\n\r\n<script>"))
                .expect(202);

        var letter = letterTo(email);

        assertThat(letter).contains("Bcc: eve@elsewhere.example");
        assertThat(mail.getReceivedMessagesForDomain("elsewhere.example")).isEmpty();
    }

    private static Answer refresh(String cookie) {
        return product.anonymous()
                .post("/api/auth/refresh", "", Map.of("Cookie", cookie, "X-Forwarded-Proto", "https"));
    }

    @Test
    void somebody_elsewhere_cannot_lock_the_owner_out() {
        var person = Person.make(product, "owner");
        var body = Map.of("email", person.email(), "password", "wrong");
        for (var attempt = 0; attempt < 4; attempt++) {
            product.anonymous()
                    .post(
                            "/api/auth/sign-in",
                            body,
                            Map.of("X-Forwarded-For", "203.0.113.9", "X-Forwarded-Proto", "https"))
                    .expect(401);
        }

        assertThat(product.anonymous()
                        .post(
                                "/api/auth/sign-in",
                                body,
                                Map.of("X-Forwarded-For", "203.0.113.9", "X-Forwarded-Proto", "https"))
                        .status())
                .isEqualTo(429);
        product.anonymous().signIn(person.email(), Product.PASSWORD).expect(200);
    }

    @Test
    void the_person_of_a_key_is_told_of_its_end_once_each_time() throws SQLException {
        var person = Person.make(product, "keyholder");
        var made = person.client()
                .post("/api/user/api-keys", Map.of("name", "nightly", "scopes", List.of("read")))
                .expect(201);
        var id = UUID.fromString(made.json().at("/apiKey/id").asText());

        assertThat(endOf(id, "10 days", person)).contains("API key “nightly” ends in 10 days", "/settings/api-keys");
        assertThat(endOf(id, "2 days", person)).contains("ends in 2 days");
        assertThat(endOf(id, "-1 second", person)).contains("has ended");

        Waiting.pause(Duration.ofSeconds(3));
        assertThat(Letters.take(mail, person.email()))
                .as("nothing is told again")
                .isEmpty();
        var told = person.client().get("/api/notifications").expect(200).json().path("items");
        assertThat(told.findValuesAsText("title"))
                .containsExactly(
                        "API key “nightly” has ended",
                        "API key “nightly” ends in 2 days",
                        "API key “nightly” ends in 10 days");
        assertThat(told.at("/0/link").asText()).isEqualTo("/settings/api-keys");
    }

    /** Moves a key's end there as if it were old, and waits for the letter about it. */
    private static String endOf(UUID key, String fromNow, Person person) throws SQLException {
        try (var connection = product.database();
                var update = connection.prepareStatement("update api_keys set created_at = now() - interval '90 days',"
                        + " expires_at = now() + cast(? as interval) where id = ?")) {
            update.setString(1, fromNow);
            update.setObject(2, key);
            update.executeUpdate();
        }
        return letterTo(person.email());
    }

    private static Answer register(String email) {
        return product.anonymous().post("/api/account/register", Map.of("email", email, "displayName", "Reg"));
    }

    private static String address() {
        return "m-" + UUID.randomUUID() + "@example.org";
    }

    /** The newest letter to this address, which may take a moment; it is taken out of the box. */
    private static String letterTo(String email) {
        return Waiting.until(Duration.ofSeconds(30), () -> Letters.take(mail, email), Optional::isPresent)
                .orElseThrow();
    }

    private static String token(String letter) {
        var matcher = LINK.matcher(letter);
        assertThat(matcher.find()).as(letter).isTrue();
        return matcher.group(2);
    }
}
