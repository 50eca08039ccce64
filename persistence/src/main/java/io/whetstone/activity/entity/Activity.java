package io.whetstone.activity.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that somebody did in a workspace, with the names as they were then. It never changes. */
@Entity
@Table(name = "activities")
public class Activity {
    @Id
    private UUID id;

    @Column(name = "workspace_id", nullable = false, updatable = false)
    private UUID workspaceId;

    @Column(nullable = false, updatable = false, length = 80)
    private String action;

    @Column(nullable = false, updatable = false, length = 40)
    private String kind;

    @Column(nullable = false, updatable = false, length = 40)
    private String subject;

    @Column(name = "subject_id", updatable = false)
    private @Nullable UUID subjectId;

    @Column(name = "subject_name", nullable = false, updatable = false, length = 300)
    private String subjectName;

    @Column(name = "actor_id", updatable = false)
    private @Nullable UUID actorId;

    @Column(name = "actor_name", nullable = false, updatable = false, length = 200)
    private String actorName;

    @Column(nullable = false, updatable = false)
    private Instant at;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected Activity() {}

    public Activity(UUID workspaceId, String action, Thing thing, Person person, Instant at) {
        this.id = UUID.randomUUID();
        this.workspaceId = workspaceId;
        this.action = action;
        this.kind = kindOf(action);
        this.subject = thing.subject();
        this.subjectId = thing.id();
        this.subjectName = thing.name();
        this.actorId = person.id();
        this.actorName = person.name();
        this.at = at;
    }

    /** What it was done to. */
    public record Thing(String subject, @Nullable UUID id, String name) {}

    /** Who did it; nobody in particular when the installation itself did. */
    public record Person(@Nullable UUID id, String name) {}

    /** The noun of an action, such as {@code share} of {@code share.created}. */
    public static String kindOf(String action) {
        var dot = action.indexOf('.');
        return dot < 0 ? action : action.substring(0, dot);
    }

    public UUID id() {
        return id;
    }

    public UUID workspaceId() {
        return workspaceId;
    }

    public String action() {
        return action;
    }

    public String kind() {
        return kind;
    }

    public String subject() {
        return subject;
    }

    public @Nullable UUID subjectId() {
        return subjectId;
    }

    public String subjectName() {
        return subjectName;
    }

    public @Nullable UUID actorId() {
        return actorId;
    }

    public String actorName() {
        return actorName;
    }

    public Instant at() {
        return at;
    }
}
