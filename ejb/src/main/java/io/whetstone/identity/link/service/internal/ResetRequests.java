package io.whetstone.identity.link.service.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.whetstone.identity.entity.LinkKind;
import io.whetstone.identity.entity.UserRepository;
import io.whetstone.identity.entity.UserStatus;
import io.whetstone.identity.service.internal.Journal;
import io.whetstone.kernel.service.OutboxReceiver;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Sends the link for a new password to those who have an account, and nothing to those who have none. */
@ApplicationScoped
public class ResetRequests implements OutboxReceiver {
    static final String TOPIC = "identity.reset-requested";

    private static final Duration TIME = Duration.ofHours(1);
    private static final int MOST = 5;

    @Inject
    UserRepository users;

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
        users.findByEmail(payload.path("email").asText())
                .filter(user -> user.status() == UserStatus.ACTIVE)
                .filter(user -> !links.wereManySince(user.id(), LinkKind.RESET, TIME, MOST))
                .ifPresent(user -> {
                    letters.reset(user, links.issue(user.id(), LinkKind.RESET, user.email()));
                    journal.note("user.reset_link_sent", user.id());
                });
    }
}
