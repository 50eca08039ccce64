package io.whetstone.access.service;

import io.whetstone.kernel.service.Principal;
import java.util.Optional;

/** Knows one kind of credential. Verifying it may read the database; nothing of it is logged. */
public interface CredentialVerifier {
    /** Whether a credential has the form that this verifier knows. Cheap, and no proof of anything. */
    boolean knows(String credential);

    /** The principal that the credential proves; empty when it proves nothing. */
    Optional<Principal> verify(Presented presented);
}
