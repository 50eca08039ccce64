package io.whetstone.training.token.service.internal;

import com.nimbusds.jwt.JWTClaimsSet;
import io.whetstone.access.service.CredentialVerifier;
import io.whetstone.access.service.Presented;
import io.whetstone.kernel.service.Caller;
import io.whetstone.kernel.service.Principal;
import io.whetstone.kernel.service.PrincipalKind;
import io.whetstone.signing.service.SignedTokens;
import io.whetstone.signing.service.TokenForm;
import io.whetstone.training.entity.TrainingJob;
import io.whetstone.training.token.service.internal.TokenHolders.Claims;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes and knows the tokens of jobs: {@code wsj_} and a signed token. Such a token opens what its job and its person
 * open now, and ends with the key that it was asked for with.
 */
@ApplicationScoped
public class JobTokens implements CredentialVerifier {
    private static final TokenForm FORM = new TokenForm("wsj_", "job+jwt", "whetstone-job");
    private static final String WORKSPACE = "workspace";
    private static final String JOB = "job";
    private static final String GENERATION = "generation";
    private static final String KEY = "key";

    @Inject
    SignedTokens tokens;

    @Inject
    TokenHolders holders;

    @Inject
    Caller caller;

    /** When a token ends that is asked to live until then. */
    public Instant end(Instant wanted) {
        return tokens.end(wanted);
    }

    public String issue(TrainingJob job, UUID personId, Instant expiresAt) {
        var principal = caller.principal();
        var claims = new JWTClaimsSet.Builder()
                .subject(personId.toString())
                .claim(WORKSPACE, job.workspaceId().toString())
                .claim(JOB, job.id().toString())
                .claim(GENERATION, job.tokenGeneration());
        if (principal.kind() != PrincipalKind.USER) {
            claims.claim(KEY, String.valueOf(principal.credentialId()));
        }
        return tokens.sign(FORM, claims, expiresAt);
    }

    @Override
    public boolean knows(String credential) {
        return credential.startsWith(FORM.prefix());
    }

    @Override
    public Optional<Principal> verify(Presented presented) {
        if (presented.actsFor() != null) {
            return Optional.empty();
        }
        return tokens.open(FORM, presented.credential())
                .flatMap(JobTokens::read)
                .flatMap(holders::principal);
    }

    private static Optional<Claims> read(JWTClaimsSet claims) {
        try {
            var key = claims.getStringClaim(KEY);
            return Optional.of(new Claims(
                    UUID.fromString(claims.getSubject()),
                    UUID.fromString(claims.getStringClaim(WORKSPACE)),
                    UUID.fromString(claims.getStringClaim(JOB)),
                    claims.getIntegerClaim(GENERATION),
                    key == null ? null : UUID.fromString(key)));
        } catch (ParseException | IllegalArgumentException | NullPointerException incomplete) {
            return Optional.empty();
        }
    }
}
