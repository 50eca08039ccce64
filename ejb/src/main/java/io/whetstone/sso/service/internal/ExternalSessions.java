package io.whetstone.sso.service.internal;

import io.whetstone.identity.session.service.ExternalSignIn;
import io.whetstone.kernel.service.Audited;
import io.whetstone.kernel.service.Sealer;
import io.whetstone.kernel.service.SystemScoped;
import io.whetstone.sso.entity.ExternalSession;
import io.whetstone.sso.entity.ExternalSessionRepository;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which sessions came from which issuer, so that both can end together. */
@Stateless
@PermitAll
@SystemScoped
public class ExternalSessions {
    /** What ends a session at its issuer. */
    public record Origins(UUID providerId, String idToken) {}

    @Inject
    ExternalSessionRepository sessions;

    @Inject
    ExternalSignIn accounts;

    @Inject
    Sealer sealer;

    @Inject
    Event<Audited> audit;

    public void add(UUID sessionId, Provider provider, OidcSignIn.Proof proof) {
        var person = proof.person();
        sessions.add(new ExternalSession(
                sessionId,
                provider.id(),
                person.issuer(),
                person.subject(),
                proof.sid(),
                sealer.seal(purpose(sessionId), proof.idToken())));
        var after = Map.<String, Object>of("providerId", provider.id().toString());
        audit.fire(new Audited("session.opened", null, "session", sessionId, Map.of(), after));
    }

    /** Ends the session of a refresh token, and tells where it came from. */
    public Optional<Origins> end(String refreshToken) {
        return accounts.sessionOf(refreshToken).flatMap(sessionId -> {
            accounts.end(sessionId);
            return sessions.find(sessionId)
                    .map(found ->
                            new Origins(found.providerId(), sealer.open(purpose(sessionId), found.sealedIdToken())));
        });
    }

    /** Ends what the issuer says is over: one session by its sid, or all of a subject; says how many. */
    public int endOf(UUID providerId, String issuer, @Nullable String subject, @Nullable String sid) {
        var over = sid != null
                ? sessions.ofSid(providerId, issuer, sid)
                : sessions.ofSubject(providerId, issuer, subject == null ? "" : subject);
        over.forEach(session -> {
            accounts.end(session.sessionId());
            audit.fire(Audited.of("session.ended_by_provider", null, "session", session.sessionId()));
        });
        return over.size();
    }

    private static String purpose(UUID sessionId) {
        return "id_token:" + sessionId;
    }
}
