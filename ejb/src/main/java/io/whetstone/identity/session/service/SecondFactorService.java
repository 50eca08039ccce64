package io.whetstone.identity.session.service;

import io.whetstone.access.service.AccessPolicy;
import io.whetstone.identity.password.service.internal.PasswordCheck;
import io.whetstone.identity.session.service.internal.OwnProof;
import io.whetstone.identity.session.service.internal.OwnSecondFactor;
import io.whetstone.kernel.service.Principal;
import io.whetstone.secondfactor.service.Enrolment;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** The caller's own second factor. What weakens the account asks for password and code again. */
@Stateless
@RolesAllowed({Principal.USER, Principal.SECOND_FACTOR_SETUP})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SecondFactorService {
    @Inject
    OwnSecondFactor factor;

    @Inject
    PasswordCheck check;

    @Inject
    OwnProof proof;

    @Inject
    AccessPolicy access;

    public SecondFactorView view() {
        return factor.view(access.requireSelf());
    }

    /** A new secret for the authenticator app; it counts once {@link #confirm} had a code of it. */
    public Enrolment enrol(String password) {
        var userId = access.requireSelf();
        check.requireOwn(userId, password, "/password");
        return factor.enrol(userId);
    }

    public RecoveryCodesView confirm(String code) {
        return factor.confirm(access.requireSelf(), code);
    }

    public RecoveryCodesView replaceRecoveryCodes(String password, String code) {
        var userId = access.requireSelf();
        proof.requireBoth(userId, password, code);
        return factor.replaceRecoveryCodes(userId);
    }

    public void disable(String password, String code) {
        var userId = access.requireSelf();
        proof.requireBoth(userId, password, code);
        factor.remove(userId, "user.second_factor_disabled");
    }
}
