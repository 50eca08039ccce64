package io.whetstone.identity.session.service;

/**
 * The first step of a sign-in was right; {@code POST /api/auth/second-factor} takes this with a code.
 *
 * @param expiresIn seconds until the challenge ends
 */
public record ChallengeView(String status, String challenge, long expiresIn) implements SignInAnswer {
    public static final String MFA_REQUIRED = "mfa_required";
}
