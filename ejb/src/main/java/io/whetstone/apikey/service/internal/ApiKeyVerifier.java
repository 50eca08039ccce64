package io.whetstone.apikey.service.internal;

import io.whetstone.access.service.CredentialVerifier;
import io.whetstone.access.service.Presented;
import io.whetstone.kernel.service.Principal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Knows keys: one keyed hash and one look-up each. */
@ApplicationScoped
public class ApiKeyVerifier implements CredentialVerifier {
    @Inject
    Pepper pepper;

    @Inject
    KeyLookup keys;

    @Override
    public boolean knows(String credential) {
        return credential.startsWith(KeyText.PREFIX);
    }

    @Override
    public Optional<Principal> verify(Presented presented) {
        return KeyText.parse(presented.credential())
                .flatMap(key ->
                        keys.principal(key.publicId(), pepper.hash(key), presented.address(), presented.actsFor()));
    }
}
