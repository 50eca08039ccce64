package io.whetstone.identity.session.service.internal;

import io.whetstone.identity.entity.SignInChallenge;
import io.whetstone.identity.entity.SignInChallengeRepository;
import io.whetstone.identity.entity.SignInMethod;
import io.whetstone.identity.service.IdentityConfig;
import io.whetstone.identity.service.internal.Journal;
import io.whetstone.identity.service.internal.TokenSecret;
import io.whetstone.identity.session.service.ChallengeView;
import io.whetstone.kernel.service.SystemScoped;
import io.whetstone.secondfactor.service.SecondFactors;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The time between the two steps of a sign-in. Each method is one short transaction. */
@Stateless
@PermitAll
@SystemScoped
public class Challenges {
    /** A sign-in whose second step was right. */
    public record Passed(UUID userId, SignInMethod method) {}

    @Inject
    SignInChallengeRepository challenges;

    @Inject
    SecondFactors secondFactors;

    @Inject
    IdentityConfig config;

    @Inject
    Journal journal;

    @Inject
    Clock clock;

    /** What the second step has to present, besides a code. */
    public ChallengeView open(UUID userId, SignInMethod method) {
        var now = clock.instant();
        var secret = TokenSecret.random();
        var challenge = new SignInChallenge(userId, method, secret.hash(), now, now.plus(config.challengeLife()));
        challenges.add(challenge);
        return new ChallengeView(
                ChallengeView.MFA_REQUIRED,
                secret.of(challenge.id()),
                config.challengeLife().toSeconds());
    }

    /** Whose challenge this is; empty when it is none of ours. */
    public Optional<UUID> owner(String presented) {
        return find(presented).map(SignInChallenge::userId);
    }

    /** Tries a code; empty when it is wrong, or the challenge takes none any more. The attempt counts either way. */
    public Optional<Passed> pass(String presented, String code) {
        var now = clock.instant();
        var challenge = find(presented).filter(found -> found.attempt(now));
        if (challenge.isEmpty()) {
            return Optional.empty();
        }
        var userId = challenge.get().userId();
        if (!secondFactors.use(userId, code)) {
            journal.noteAttempt(userId, "session.second_factor_failed", Map.of());
            return Optional.empty();
        }
        challenge.get().use(now);
        return Optional.of(new Passed(userId, challenge.get().method()));
    }

    private Optional<SignInChallenge> find(String presented) {
        return TokenSecret.parse(presented)
                .flatMap(secret ->
                        challenges.lock(secret.tokenId()).filter(found -> secret.matches(found.secretHash())));
    }
}
