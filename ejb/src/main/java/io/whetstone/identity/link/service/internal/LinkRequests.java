package io.whetstone.identity.link.service.internal;

import io.whetstone.kernel.service.Outbox;
import io.whetstone.kernel.service.SystemScoped;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Map;

/**
 * What strangers ask for by naming an address. It is only written down, the same way for an address with an account and
 * for one without, and carried out later: neither answer nor time tells them apart.
 */
@Stateless
@PermitAll
@SystemScoped
public class LinkRequests {
    @Inject
    Outbox outbox;

    public void reset(String email) {
        outbox.add(ResetRequests.TOPIC, Map.of("email", email));
    }

    public void registration(String email, String displayName) {
        outbox.add(RegistrationRequests.TOPIC, Map.of("email", email, "displayName", displayName));
    }
}
