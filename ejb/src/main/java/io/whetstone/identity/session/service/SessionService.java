package io.whetstone.identity.session.service;

import io.whetstone.access.service.AccessPolicy;
import io.whetstone.identity.service.internal.Journal;
import io.whetstone.identity.session.service.internal.OpenSessions;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.service.Caller;
import io.whetstone.kernel.service.TenantScoped;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The caller's own sessions. */
@Stateless
@RolesAllowed("user")
@TenantScoped
public class SessionService {
    @Inject
    OpenSessions sessions;

    @Inject
    Journal journal;

    @Inject
    AccessPolicy access;

    @Inject
    Caller caller;

    public List<OpenSessionView> list() {
        var userId = access.requireSelf();
        var current = caller.principal().credentialId();
        return sessions.of(userId).stream()
                .map(session -> OpenSessionView.of(session, current))
                .toList();
    }

    /** Ends one session; the caller's own is one of them. */
    public void end(UUID sessionId) {
        var userId = access.requireSelf();
        if (!sessions.end(userId, sessionId)) {
            throw ProblemException.notFound("session", sessionId);
        }
        journal.note("session.ended", userId, Map.of(), Map.of("sessionId", sessionId.toString()));
    }

    /** Ends all but the one that asks, and tells how many that were. */
    public int endOthers() {
        var userId = access.requireSelf();
        var current = caller.principal().credentialId();
        var ended = current == null ? sessions.endAll(userId) : sessions.endOthers(userId, current);
        journal.note("session.others_ended", userId, Map.of(), Map.of("count", ended));
        return ended;
    }
}
