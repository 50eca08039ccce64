package io.whetstone.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AccessTokenTest {
    static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");

    @Test
    void a_token_is_signed_and_ends_after_a_quarter_of_an_hour() throws Exception {
        var pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        var administrator = UUID.randomUUID();
        var session = UUID.randomUUID();

        var parts = AccessToken.issue(administrator, session, pair.getPrivate(), "a-key", NOON)
                .split("\\.", 3);

        var verifier = Signature.getInstance("SHA256withRSA");
        verifier.initVerify(pair.getPublic());
        verifier.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(verifier.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
        var claims = new ObjectMapper().readTree(Base64.getUrlDecoder().decode(parts[1]));
        assertThat(claims.path("sub").asText()).isEqualTo(administrator.toString());
        assertThat(claims.path("sid").asText()).isEqualTo(session.toString());
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(900);
        assertThat(claims.path("groups")).hasSize(2);
    }

    @Test
    void a_password_hash_says_its_own_parameters() {
        assertThat(AdminPassword.hash("secret")).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }
}
