package io.whetstone.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Ten thousand requests with credentials that prove nothing: none gets in, and none is worth sending for its cost. */
class CredentialsIT {
    static final int REQUESTS = 10_000;

    final Product product = Product.shared();
    final Client person = product.person("victim");
    final Random random = new Random(42);

    @Test
    void nobody_gets_in_with_what_proves_nothing() throws Exception {
        var bad = forged();
        bad.addAll(stale());
        bad.addAll(ofAnotherKind());
        assertThat(person.get("/api/me").status()).isEqualTo(200);
        var valid = median(List.of(person.token()), 300);

        var slowest = Duration.ZERO;
        for (var i = 0; i < REQUESTS; i++) {
            var credential = bad.get(i % bad.size());
            var answer = product.anonymous().with(credential).get("/api/me");
            assertThat(answer.status()).as(credential).isIn(401, 403);
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        }
        for (var credential : bad) {
            var time = median(List.of(credential), 20);
            slowest = time.compareTo(slowest) > 0 ? time : slowest;
        }

        System.out.printf(
                "%d requests with %d kinds of bad credentials: 0 admitted; median of a valid one %d us, of the"
                        + " slowest bad one %d us%n",
                REQUESTS, bad.size(), valid.toNanos() / 1000, slowest.toNanos() / 1000);
        assertThat(person.get("/api/me").status()).isEqualTo(200);
    }

    private List<String> forged() throws JOSEException, ParseException, SQLException {
        var token = person.token();
        var parts = token.split("\\.", 3);
        var claims = SignedJWT.parse(token).getJWTClaimsSet();
        var known = knownKey();
        var mine = new RSAKeyGenerator(2048).keyID(known.getKeyID()).generate();
        var bad = new ArrayList<>(List.of(
                "x",
                "null",
                "Bearer",
                "eyJ",
                token.substring(0, token.length() - 3),
                token.substring(0, token.length() / 2),
                token + "A",
                parts[0] + "." + parts[1] + ".",
                parts[0] + ".." + parts[2],
                new PlainJWT(claims).serialize(),
                signed(claims, mine),
                signed(claims, new RSAKeyGenerator(2048).keyID("unknown").generate()),
                hmac(claims, known),
                signed(change(claims).issuer("elsewhere").build(), known),
                signed(change(claims).audience("elsewhere").build(), known),
                signed(change(claims).subject(UUID.randomUUID().toString()).build(), known),
                signed(change(claims).claim("sid", UUID.randomUUID().toString()).build(), known),
                signed(change(claims).claim("sid", null).build(), known),
                signed(change(claims).expirationTime(past()).build(), known),
                signed(change(claims).expirationTime(null).build(), known),
                signed(
                        change(claims)
                                .notBeforeTime(Date.from(Instant.now().plusSeconds(600)))
                                .build(),
                        known),
                "wst_" + "0".repeat(50),
                "wst_short"));
        Stream.generate(this::noise).limit(8).forEach(bad::add);
        assertThat(product.anonymous()
                        .with(signed(claims, known))
                        .get("/api/me")
                        .status())
                .as("the same claims under a known key, so that only the change is judged")
                .isEqualTo(200);
        return bad;
    }

    /** Credentials that were good once. */
    private List<String> stale() {
        var email = person.get("/api/me").text("email");
        var signedOut = product.anonymous().signIn(email, Product.PASSWORD).expect(200);
        var cookie = signedOut.header("Set-Cookie").split(";", 2)[0];
        product.anonymous()
                .post("/api/auth/sign-out", "", Map.of("Cookie", cookie))
                .expect(204);
        var key = person.post("/api/user/api-keys", Map.of("name", "revoked")).expect(201);
        person.delete("/api/user/api-keys/" + key.json().at("/apiKey/id").asText())
                .expect(200);
        Waiting.pause(Duration.ofMillis(1100));
        return List.of(signedOut.text("accessToken"), key.text("key"), changed(key.text("key")));
    }

    /** Tokens of jobs and visitors that are not good for this, and of each kind in the clothes of another. */
    private List<String> ofAnotherKind() throws JOSEException, ParseException, SQLException {
        var job = WaitingJob.of(product, person);
        var token = person.post(job.tokens(), Map.of()).expect(201).text("token");
        var bare = token.substring(token.indexOf('_') + 1);
        var known = knownKey();
        var claims = SignedJWT.parse(bare).getJWTClaimsSet();
        var ended = WaitingJob.of(product, person);
        var endedToken = person.post(ended.tokens(), Map.of()).expect(201).text("token");
        person.delete(ended.tokens()).expect(204);
        var over = WaitingJob.of(product, person);
        var overToken = person.post(over.tokens(), Map.of()).expect(201).text("token");
        person.post(over.path() + "/cancel", "").expect(200);
        Waiting.pause(Duration.ofMillis(1100));
        return List.of(
                token,
                bare,
                "wsw_" + bare,
                "wsj_" + person.token(),
                "wsw_" + person.token(),
                "wsj_",
                "wsw_eyJ",
                token.substring(0, token.length() - 3),
                endedToken,
                overToken,
                "wsj_" + signed(claims, known),
                "wsj_" + typed(change(claims).expirationTime(past()).build(), known),
                "wsj_" + typed(change(claims).audience("whetstone-widget").build(), known),
                "wsj_" + typed(change(claims).claim("job", over.id()).build(), known),
                "wsj_" + typed(change(claims).claim("job", null).build(), known),
                "wsj_"
                        + typed(
                                change(claims)
                                        .subject(UUID.randomUUID().toString())
                                        .build(),
                                known));
    }

    /** A key pair whose public half the product knows, as the command on the machine makes them. */
    private RSAKey knownKey() throws JOSEException, SQLException {
        var key = new RSAKeyGenerator(2048).keyID("test-" + UUID.randomUUID()).generate();
        try (var connection = product.database();
                var add = connection.prepareStatement("insert into signing_keys (id, public_key, created_at,"
                        + " retired_at, accepted_until) values (?, ?, now(), now(), now() + interval '1 hour')")) {
            add.setString(1, key.getKeyID());
            add.setBytes(2, key.toRSAPublicKey().getEncoded());
            add.executeUpdate();
        }
        Waiting.pause(Duration.ofMillis(200));
        return key;
    }

    private Duration median(List<String> credentials, int times) {
        var nanos = new long[times];
        for (var i = 0; i < times; i++) {
            var client = product.anonymous().with(credentials.get(i % credentials.size()));
            var started = System.nanoTime();
            client.get("/api/me");
            nanos[i] = System.nanoTime() - started;
        }
        Arrays.sort(nanos);
        return Duration.ofNanos(nanos[times / 2]);
    }

    private String noise() {
        var bytes = new byte[1 + random.nextInt(400)];
        random.nextBytes(bytes);
        return java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String changed(String key) {
        return key.substring(0, key.length() - 1) + (key.endsWith("0") ? "1" : "0");
    }

    private static Date past() {
        return Date.from(Instant.now().minusSeconds(5));
    }

    private static JWTClaimsSet.Builder change(JWTClaimsSet claims) {
        return new JWTClaimsSet.Builder(claims);
    }

    private static String signed(JWTClaimsSet claims, RSAKey key) throws JOSEException {
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    /** With the type of a job's token. */
    private static String typed(JWTClaimsSet claims, RSAKey key) throws JOSEException {
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(new JOSEObjectType("job+jwt"))
                .keyID(key.getKeyID())
                .build();
        var token = new SignedJWT(header, claims);
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    /** Signed with the public key as if that were a shared secret. */
    private static String hmac(JWTClaimsSet claims, RSAKey key) throws JOSEException {
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.getKeyID()).build(), claims);
        var open = key.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8);
        token.sign(new MACSigner(open));
        return token.serialize();
    }
}
