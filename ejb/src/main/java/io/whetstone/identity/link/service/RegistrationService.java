package io.whetstone.identity.link.service;

import io.whetstone.identity.link.service.internal.Letters;
import io.whetstone.identity.link.service.internal.LinkRequests;
import io.whetstone.identity.service.internal.AccountSettings;
import io.whetstone.identity.session.service.SignInOptionsView;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import io.whetstone.kernel.service.Origin;
import io.whetstone.throttle.service.Throttle;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** What strangers may ask for. The answer says nothing of whether an address has an account. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RegistrationService {
    @Inject
    LinkRequests requests;

    @Inject
    Throttle throttle;

    @Inject
    Letters letters;

    @Inject
    AccountSettings settings;

    @Inject
    Origin origin;

    public SignInOptionsView options() {
        return new SignInOptionsView(isOpen(), letters.areSent(), settings.minimumPasswordLength());
    }

    /** Sends a link for a new password, if the address has an account. */
    public void forgotPassword(String email) {
        if (!letters.areSent()) {
            throw new ProblemException(
                    ProblemType.UNPROCESSABLE, "No mail can be sent from here: ask an administrator for a link");
        }
        throttle.begin("reset link for " + email, origin.address());
        requests.reset(email);
    }

    /** Sends a link that opens a new account, unless the address has one. */
    public void register(String email, String displayName) {
        if (!isOpen()) {
            throw new ProblemException(ProblemType.FORBIDDEN, "Accounts are made by an administrator here");
        }
        if (!settings.mayRegister(email.substring(email.lastIndexOf('@') + 1))) {
            throw ProblemException.invalid("/email", "is not of a domain that may register here");
        }
        throttle.begin("registration of " + email, origin.address());
        requests.registration(email, displayName);
    }

    private boolean isOpen() {
        return settings.registration() && letters.areSent();
    }
}
