package io.whetstone.workspace.entity;

import io.whetstone.access.entity.WorkspaceKind;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What everything belongs to. Each person has a personal workspace from the first day; teams share others. A thing
 * stays in its workspace: only a base model that others build on goes to one of them when its own is deleted.
 *
 * <p>A team's workspace can be archived, which leaves it to read, and brought back. It is deleted after a time of
 * grace, in which it is archived and the deletion can be taken back. A personal workspace stays.
 */
@Entity
@Table(name = "workspaces")
public class Workspace {
    /** The plan of a workspace to which no administrator gave another. */
    public static final String STANDARD = "standard";

    @Id
    private UUID id;

    @Version
    private long version;

    @Column(nullable = false, length = 120)
    private String name;

    @Column(nullable = false, updatable = false, length = 16)
    private WorkspaceKind kind;

    @Column(nullable = false, length = 64)
    private String plan = STANDARD;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "archived_at")
    private @Nullable Instant archivedAt;

    @Column(name = "delete_at")
    private @Nullable Instant deleteAt;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected Workspace() {}

    public Workspace(UUID id, String name, WorkspaceKind kind, Instant createdAt) {
        this.id = id;
        this.name = name;
        this.kind = kind;
        this.createdAt = createdAt;
    }

    public void rename(String next) {
        this.name = next;
    }

    public void changePlan(String next) {
        this.plan = next;
    }

    public void archive(Instant now) {
        requireTeam();
        if (archivedAt != null) {
            throw new ProblemException(ProblemType.ILLEGAL_TRANSITION, "This workspace is archived already");
        }
        this.archivedAt = now;
    }

    /** Brings it back from the archive, and from a deletion that has not happened yet. */
    public void restore() {
        if (archivedAt == null) {
            throw new ProblemException(ProblemType.ILLEGAL_TRANSITION, "This workspace is not archived");
        }
        this.archivedAt = null;
        this.deleteAt = null;
    }

    /** Archives it, to be deleted with all that belongs to it at that time. */
    public void deleteAt(Instant now, Instant time) {
        requireTeam();
        if (archivedAt == null) {
            this.archivedAt = now;
        }
        this.deleteAt = time;
    }

    private void requireTeam() {
        if (kind != WorkspaceKind.TEAM) {
            throw new ProblemException(
                    ProblemType.ILLEGAL_TRANSITION, "A personal workspace is neither archived nor deleted");
        }
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

    public String plan() {
        return plan;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public @Nullable Instant archivedAt() {
        return archivedAt;
    }

    public @Nullable Instant deleteAt() {
        return deleteAt;
    }
}
