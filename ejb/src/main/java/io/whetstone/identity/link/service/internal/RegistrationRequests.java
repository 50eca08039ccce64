package io.whetstone.identity.link.service.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.whetstone.identity.entity.LinkKind;
import io.whetstone.identity.entity.User;
import io.whetstone.identity.entity.UserRepository;
import io.whetstone.identity.entity.UserRole;
import io.whetstone.identity.entity.UserStatus;
import io.whetstone.identity.service.internal.Accounts;
import io.whetstone.identity.service.internal.Journal;
import io.whetstone.kernel.service.OutboxReceiver;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Makes the account that a stranger asked for. It opens with the link that is sent to its address, and not before. */
@ApplicationScoped
public class RegistrationRequests implements OutboxReceiver {
    static final String TOPIC = "identity.registration-requested";

    private static final Duration TIME = Duration.ofHours(1);
    private static final int MOST = 5;

    @Inject
    UserRepository users;

    @Inject
    Accounts accounts;

    @Inject
    AccountLinks links;

    @Inject
    Letters letters;

    @Inject
    Journal journal;

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public void receive(JsonNode payload) {
        var email = payload.path("email").asText();
        var known = users.findByEmail(email);
        if (known.isPresent() && known.get().status() != UserStatus.PENDING) {
            letters.registeredBefore(known.get());
            return;
        }
        var user = known.orElseGet(
                () -> register(email, payload.path("displayName").asText()));
        if (!links.wereManySince(user.id(), LinkKind.INVITATION, TIME, MOST)) {
            letters.invitation(user, links.issue(user.id(), LinkKind.INVITATION, email));
        }
    }

    private User register(String email, String displayName) {
        var user = accounts.createPending(email, displayName, UserRole.USER);
        journal.note("user.registered", user.id());
        return user;
    }
}
