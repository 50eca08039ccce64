package io.whetstone.identity.service.internal;

import io.whetstone.identity.entity.Session;
import io.whetstone.identity.entity.User;
import io.whetstone.identity.link.service.internal.Letters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** Tells the person and the audit log what ended a session. */
@ApplicationScoped
public class Alarms {
    @Inject
    Journal journal;

    @Inject
    Letters letters;

    public void replayed(User user, Session session) {
        journal.noteAttempt(
                user.id(),
                "session.refresh_token_reused",
                Map.of("sessionId", session.id().toString()));
        letters.sessionStolen(user, session);
    }

    public void closed(Session session) {
        journal.noteOf(
                session.userId(),
                "session.closed",
                Map.of(),
                Map.of("sessionId", session.id().toString()));
    }
}
