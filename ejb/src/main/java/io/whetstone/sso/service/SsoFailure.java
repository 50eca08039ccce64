package io.whetstone.sso.service;

import io.whetstone.kernel.ProblemException;

/** A sign-in that did not work. People see the reason; the evidence is for the log, as it may come from outside. */
public class SsoFailure extends ProblemException {
    private static final long serialVersionUID = 1L;

    private final SsoReason reason;
    private final String evidence;

    public SsoFailure(SsoReason reason, String evidence) {
        super(reason.type(), reason.sentence());
        this.reason = reason;
        this.evidence = evidence;
    }

    public SsoReason reason() {
        return reason;
    }

    public String evidence() {
        return evidence;
    }
}
