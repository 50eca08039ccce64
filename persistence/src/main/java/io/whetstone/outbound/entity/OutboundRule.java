package io.whetstone.outbound.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A host, an address or a range of addresses that the server may reach although it lies in a private network.
 *
 * <p>An administrator adds it, may change its port and note, and deletes it. Its target never changes: another target
 * is another rule.
 */
@Entity
@Table(name = "outbound_rules")
@NamedQuery(name = OutboundRule.NEWEST, query = "select r from OutboundRule r order by r.createdAt desc, r.id desc")
@NamedQuery(
        name = OutboundRule.NEWEST_AFTER,
        query = "select r from OutboundRule r where r.createdAt < :at or (r.createdAt = :at and r.id < :id)"
                + " order by r.createdAt desc, r.id desc")
@NamedQuery(
        name = OutboundRule.SAME,
        query = "select r from OutboundRule r where r.target = :target"
                + " and (r.port = :port or (r.port is null and :any = true))")
public class OutboundRule {
    static final String NEWEST = "OutboundRule.newest";
    static final String NEWEST_AFTER = "OutboundRule.newestAfter";
    static final String SAME = "OutboundRule.same";

    @Id
    private UUID id;

    @Version
    private long version;

    @Column(nullable = false, updatable = false, length = 253)
    private String target;

    @Column
    private @Nullable Integer port;

    @Column(nullable = false, length = 500)
    private String note;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected OutboundRule() {}

    /**
     * @param target a host name, an address or a range, as {@code Target} writes it
     * @param port the only port that it opens; null for all
     */
    public OutboundRule(String target, @Nullable Integer port, String note, Instant createdAt) {
        this.id = UUID.randomUUID();
        this.target = target;
        this.port = port;
        this.note = note;
        this.createdAt = createdAt;
    }

    /** Opens another port, or all of them. */
    public void open(@Nullable Integer otherPort) {
        this.port = otherPort;
    }

    public void annotate(String text) {
        this.note = text;
    }

    public UUID id() {
        return id;
    }

    public long version() {
        return version;
    }

    public String target() {
        return target;
    }

    public @Nullable Integer port() {
        return port;
    }

    public String note() {
        return note;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
