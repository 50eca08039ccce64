package io.whetstone.identity.session.service;

import io.whetstone.identity.session.service.internal.Renewals;
import io.whetstone.identity.session.service.internal.SessionViews;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Keeps sessions alive and closes them, by their refresh tokens. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RenewalService {
    @Inject
    Renewals renewals;

    @Inject
    SessionViews views;

    public SessionView refresh(String refreshToken) {
        return views.of(renewals.renew(refreshToken)
                .orElseThrow(() -> new ProblemException(ProblemType.UNAUTHENTICATED, "The session has ended")));
    }

    public void signOut(String refreshToken) {
        renewals.close(refreshToken);
    }
}
