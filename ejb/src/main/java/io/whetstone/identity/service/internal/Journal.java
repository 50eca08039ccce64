package io.whetstone.identity.service.internal;

import io.whetstone.kernel.service.Audited;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Notes what happened to an account, in the log and for the audit, in the transaction of the change. */
@ApplicationScoped
public class Journal {
    private static final Logger LOGGER = System.getLogger(Journal.class.getName());

    @Inject
    Event<Audited> audit;

    public void note(String action, @Nullable UUID userId) {
        note(action, userId, Map.of(), Map.of());
    }

    public void note(String action, @Nullable UUID userId, Map<String, Object> before, Map<String, Object> after) {
        fire(action, userId, before, after, null);
    }

    /** What somebody did who has proved to be this person, without a session as yet. */
    public void noteOf(UUID userId, String action, Map<String, Object> before, Map<String, Object> after) {
        fire(action, userId, before, after, new Audited.Person(userId, true));
    }

    /** What somebody did who named this account; null for one that nobody has. */
    public void noteAttempt(@Nullable UUID userId, String action, Map<String, Object> after) {
        fire(action, userId, Map.of(), after, userId == null ? null : new Audited.Person(userId, false));
    }

    private void fire(
            String action,
            @Nullable UUID userId,
            Map<String, Object> before,
            Map<String, Object> after,
            Audited.@Nullable Person by) {
        LOGGER.log(Level.INFO, action + " id=" + userId);
        audit.fire(new Audited(action, null, "user", userId, before, after, by));
    }
}
