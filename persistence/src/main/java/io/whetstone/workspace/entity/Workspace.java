package io.whetstone.workspace.entity;

import io.whetstone.access.entity.WorkspaceKind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/**
 * What everything belongs to. Each person has a personal workspace from the first day; teams share others. A thing
 * never moves from one workspace to another.
 */
@Entity
@Table(name = "workspaces")
public class Workspace {
    @Id
    private UUID id;

    @Version
    private long version;

    @Column(nullable = false, length = 120)
    private String name;

    @Column(nullable = false, updatable = false, length = 16)
    private WorkspaceKind kind;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected Workspace() {}

    public Workspace(UUID id, String name, WorkspaceKind kind, Instant createdAt) {
        this.id = id;
        this.name = name;
        this.kind = kind;
        this.createdAt = createdAt;
    }

    public UUID id() {
        return id;
    }

    public long version() {
        return version;
    }

    public String name() {
        return name;
    }

    public WorkspaceKind kind() {
        return kind;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
