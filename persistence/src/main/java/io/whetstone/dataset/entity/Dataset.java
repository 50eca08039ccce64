package io.whetstone.dataset.entity;

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
 * Examples to learn from, under a name.
 *
 * <p>What is learnt from are its versions, which never change once they are ready. A dataset is ready from its first
 * ready version on; a later file that cannot be used leaves the current version in place.
 */
@Entity
@Table(name = "datasets")
@NamedQuery(name = Dataset.FIND, query = "select d from Dataset d where d.workspaceId = :workspaceId and d.id = :id")
@NamedQuery(
        name = Dataset.NEWEST,
        query = "select d from Dataset d where d.workspaceId = :workspaceId and lower(d.name) like :name escape '!'"
                + " order by d.createdAt desc, d.id desc")
@NamedQuery(
        name = Dataset.NEWEST_AFTER,
        query = "select d from Dataset d where d.workspaceId = :workspaceId and lower(d.name) like :name escape '!'"
                + " and (d.createdAt < :at or (d.createdAt = :at and d.id < :after))"
                + " order by d.createdAt desc, d.id desc")
public class Dataset {
    public static final String FIND = "Dataset.find";
    public static final String NEWEST = "Dataset.newest";
    public static final String NEWEST_AFTER = "Dataset.newestAfter";

    @Id
    private UUID id;

    @Version
    private long version;

    @Column(name = "workspace_id", nullable = false, updatable = false)
    private UUID workspaceId;

    @Column(nullable = false, length = 200)
    private String name;

    @Column(length = 2000)
    private @Nullable String description;

    @Column(nullable = false, length = 16)
    private DatasetStatus status = DatasetStatus.PROCESSING;

    @Column(name = "current_version")
    private @Nullable Integer currentVersion;

    @Column(name = "latest_version", nullable = false)
    private int latestVersion;

    @Column(name = "created_by", updatable = false)
    private @Nullable UUID createdBy;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at", nullable = false)
    private Instant updatedAt;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected Dataset() {}

    public Dataset(UUID workspaceId, String name, @Nullable String description, UUID createdBy, Instant now) {
        this.id = UUID.randomUUID();
        this.workspaceId = workspaceId;
        this.name = name;
        this.description = description;
        this.createdBy = createdBy;
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** Adds the next version; it is not the current one before it is ready. */
    public DatasetVersion addVersion(String sourceName, UUID by, Instant now) {
        latestVersion++;
        updatedAt = now;
        return new DatasetVersion(this, latestVersion, sourceName, by, now);
    }

    public void rename(String newName, @Nullable String newDescription, Instant now) {
        this.name = newName;
        this.description = newDescription;
        this.updatedAt = now;
    }

    /** A version can be used now: the newest of these is the current one. */
    public void accept(DatasetVersion ready, Instant now) {
        this.status = DatasetStatus.READY;
        this.currentVersion = currentVersion == null ? ready.number() : Math.max(currentVersion, ready.number());
        this.updatedAt = now;
    }

    /** A version cannot be used; the dataset fails with it only when no other can. */
    public void reject(Instant now) {
        if (currentVersion == null) {
            this.status = DatasetStatus.FAILED;
        }
        this.updatedAt = now;
    }

    public UUID id() {
        return id;
    }

    public long version() {
        return version;
    }

    public UUID workspaceId() {
        return workspaceId;
    }

    public String name() {
        return name;
    }

    public @Nullable String description() {
        return description;
    }

    public DatasetStatus status() {
        return status;
    }

    public @Nullable Integer currentVersion() {
        return currentVersion;
    }

    public int latestVersion() {
        return latestVersion;
    }

    /** The version to show: the current one, or the latest while there is none. */
    public int shownVersion() {
        return currentVersion == null ? latestVersion : currentVersion;
    }

    public @Nullable UUID createdBy() {
        return createdBy;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }
}
