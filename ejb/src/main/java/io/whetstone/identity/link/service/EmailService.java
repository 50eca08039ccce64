package io.whetstone.identity.link.service;

import io.whetstone.access.service.AccessPolicy;
import io.whetstone.identity.link.service.internal.Letters;
import io.whetstone.identity.link.service.internal.LinkedChanges;
import io.whetstone.identity.session.service.internal.OwnProof;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import io.whetstone.kernel.service.Principal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** The caller's own e-mail address. */
@Stateless
@RolesAllowed(Principal.USER)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EmailService {
    @Inject
    OwnProof proof;

    @Inject
    LinkedChanges changes;

    @Inject
    Letters letters;

    @Inject
    AccessPolicy access;

    /** Sends a link to the new address; the account has it once the link was opened. */
    public void change(@NotBlank @Email @Size(max = 254) String email, String password, @Nullable String code) {
        var userId = access.requireSelf();
        proof.require(userId, password, code);
        if (!letters.areSent()) {
            throw new ProblemException(
                    ProblemType.UNPROCESSABLE, "No mail can be sent from here: ask an administrator to change it");
        }
        changes.offerEmail(userId, email);
    }
}
