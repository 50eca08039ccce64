package io.whetstone.sso.service;

import io.whetstone.kernel.EnumText;
import io.whetstone.kernel.ProblemType;

/** Why a sign-in by a provider did not work. The codes are public: the sign-in page has a sentence for each. */
public enum SsoReason {
    STATE_UNKNOWN(ProblemType.UNAUTHENTICATED, "This sign-in took too long or was finished before"),
    OTHER_BROWSER(ProblemType.UNAUTHENTICATED, "This sign-in was begun in another browser"),
    BEGUN_ELSEWHERE(ProblemType.UNAUTHENTICATED, "Another site began this sign-in; begin it here"),
    SECOND_FACTOR_MISSING(ProblemType.UNAUTHENTICATED, "The identity provider did not prove a second factor"),
    ISSUER_MIXED_UP(ProblemType.UNAUTHENTICATED, "The answer came from another issuer than the one that was asked"),
    DENIED(ProblemType.UNAUTHENTICATED, "The sign-in was refused or cancelled at the identity provider"),
    PROVIDER_FAILED(ProblemType.UPSTREAM_FAILED, "The identity provider could not be asked"),
    TOKEN_INVALID(ProblemType.UNAUTHENTICATED, "The identity provider's answer cannot be trusted"),
    PROVIDER_DISABLED(ProblemType.UNAUTHENTICATED, "This identity provider is not in use"),
    EMAIL_MISSING(ProblemType.UNAUTHENTICATED, "The identity provider names no mail address"),
    EMAIL_UNVERIFIED(ProblemType.UNAUTHENTICATED, "The identity provider has not verified the mail address"),
    DOMAIN_REFUSED(ProblemType.UNAUTHENTICATED, "This identity provider is not meant for this mail domain"),
    NO_ACCOUNT(ProblemType.UNAUTHENTICATED, "There is no account for this person, and none is made by itself"),
    ACCOUNT_EXISTS(ProblemType.UNAUTHENTICATED, "There is an account with this address that the provider may not open"),
    ACCOUNT_DISABLED(ProblemType.UNAUTHENTICATED, "This account is disabled"),
    NOT_A_MEMBER(ProblemType.UNAUTHENTICATED, "This person belongs to none of the groups that may sign in"),
    GROUPS_UNREADABLE(
            ProblemType.UPSTREAM_FAILED, "The identity provider does not tell which groups this person is in"),
    TOO_MANY(ProblemType.TOO_MANY_REQUESTS, "Too many sign-ins are on their way; try again in some minutes");

    private final ProblemType type;
    private final String sentence;

    SsoReason(ProblemType type, String sentence) {
        this.type = type;
        this.sentence = sentence;
    }

    public ProblemType type() {
        return type;
    }

    public String sentence() {
        return sentence;
    }

    /** As addresses and log lines spell it. */
    public String code() {
        return EnumText.of(this);
    }
}
