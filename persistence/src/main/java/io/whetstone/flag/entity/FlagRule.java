package io.whetstone.flag.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** Switches a flag on or off for those whom it means. */
@Entity
@Table(name = "flag_rules")
public class FlagRule {
    @Id
    private UUID id;

    @Version
    private long version;

    @Column(nullable = false, updatable = false)
    private String flag;

    @Column(nullable = false, updatable = false)
    private FlagRuleKind kind;

    @Column(nullable = false)
    private String target;

    @Column(nullable = false)
    private boolean enabled;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected FlagRule() {}

    public FlagRule(String flag, FlagRuleKind kind, String target, boolean enabled, Instant now) {
        this.id = UUID.randomUUID();
        this.flag = flag;
        this.kind = kind;
        this.target = target;
        this.enabled = enabled;
        this.createdAt = now;
    }

    public void change(String nextTarget, boolean nextEnabled) {
        this.target = nextTarget;
        this.enabled = nextEnabled;
    }

    public UUID id() {
        return id;
    }

    public long version() {
        return version;
    }

    public String flag() {
        return flag;
    }

    public FlagRuleKind kind() {
        return kind;
    }

    public String target() {
        return target;
    }

    public boolean isEnabled() {
        return enabled;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
