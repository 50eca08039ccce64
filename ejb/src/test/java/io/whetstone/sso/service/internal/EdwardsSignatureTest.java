package io.whetstone.sso.service.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import org.junit.jupiter.api.Test;

/** The example of RFC 8037, appendix A.4. */
class EdwardsSignatureTest {
    static final String KEY = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";
    static final String TOKEN = "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc."
            + "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg";

    @Test
    void a_signature_of_the_key_holds() throws ParseException {
        assertThat(EdwardsSignature.isOf(SignedJWT.parse(TOKEN), key(Curve.Ed25519, KEY)))
                .isTrue();
    }

    @Test
    void one_of_another_text_or_key_does_not() throws ParseException {
        var other = TOKEN.replace("RXhhbXBsZSBvZiBF", "RXhhbXBsZSBvZiBG");
        var otherKey = KEY.replace("11q", "12q");

        assertThat(EdwardsSignature.isOf(SignedJWT.parse(other), key(Curve.Ed25519, KEY)))
                .isFalse();
        assertThat(EdwardsSignature.isOf(SignedJWT.parse(TOKEN), key(Curve.Ed25519, otherKey)))
                .isFalse();
    }

    @Test
    void a_key_of_another_curve_or_length_is_none() throws ParseException {
        assertThat(EdwardsSignature.isOf(SignedJWT.parse(TOKEN), key(Curve.X25519, KEY)))
                .isFalse();
        assertThat(EdwardsSignature.isOf(SignedJWT.parse(TOKEN), key(Curve.Ed25519, "AAAA")))
                .isFalse();
    }

    private static OctetKeyPair key(Curve curve, String x) {
        return new OctetKeyPair.Builder(curve, new Base64URL(x)).build();
    }
}
