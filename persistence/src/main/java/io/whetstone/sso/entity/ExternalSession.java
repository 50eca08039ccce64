package io.whetstone.sso.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a session came from, so that it can end there as well, or end here when its provider ends it. */
@Entity
@Table(name = "external_sessions")
@NamedQuery(
        name = ExternalSession.BY_SUBJECT,
        query = "select s from ExternalSession s where s.providerId = :provider and s.issuer = :issuer"
                + " and s.subject = :subject")
@NamedQuery(
        name = ExternalSession.BY_SID,
        query =
                "select s from ExternalSession s where s.providerId = :provider and s.issuer = :issuer and s.sid = :sid")
public class ExternalSession {
    static final String BY_SUBJECT = "ExternalSession.bySubject";
    static final String BY_SID = "ExternalSession.bySid";

    @Id
    @Column(name = "session_id")
    private UUID sessionId;

    @Column(name = "provider_id", nullable = false, updatable = false)
    private UUID providerId;

    @Column(nullable = false, updatable = false, length = 500)
    private String issuer;

    @Column(nullable = false, updatable = false, length = 500)
    private String subject;

    @Column(updatable = false, length = 500)
    private @Nullable String sid;

    @Column(name = "sealed_id_token", nullable = false, updatable = false)
    private String sealedIdToken;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected ExternalSession() {}

    public ExternalSession(
            UUID sessionId,
            UUID providerId,
            String issuer,
            String subject,
            @Nullable String sid,
            String sealedIdToken) {
        this.sessionId = sessionId;
        this.providerId = providerId;
        this.issuer = issuer;
        this.subject = subject;
        this.sid = sid;
        this.sealedIdToken = sealedIdToken;
    }

    public UUID sessionId() {
        return sessionId;
    }

    public UUID providerId() {
        return providerId;
    }

    public String sealedIdToken() {
        return sealedIdToken;
    }
}
