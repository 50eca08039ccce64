package io.whetstone.dataset.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Why one row of a file was left out. Positions count from 0 in the order of the file. */
@Entity
@Table(name = "dataset_problems")
@IdClass(DatasetProblem.Key.class)
@NamedQuery(
        name = DatasetProblem.OF_VERSION,
        query = "select p from DatasetProblem p where p.workspaceId = :workspaceId and p.versionId = :versionId"
                + " and p.position >= :from order by p.position")
public class DatasetProblem {
    public static final String OF_VERSION = "DatasetProblem.ofVersion";

    @Id
    @Column(name = "version_id")
    private UUID versionId;

    @Id
    private int position;

    @Column(name = "workspace_id", nullable = false, updatable = false)
    private UUID workspaceId;

    @Column(nullable = false, updatable = false)
    private long line;

    @Column(nullable = false, updatable = false, length = 500)
    private String reason;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected DatasetProblem() {}

    public DatasetProblem(DatasetVersion version, int position, long line, String reason) {
        this.versionId = version.id();
        this.workspaceId = version.workspaceId();
        this.position = position;
        this.line = line;
        this.reason = reason;
    }

    public int position() {
        return position;
    }

    /** The line of the uploaded file on which the row begins, counted from 1. */
    public long line() {
        return line;
    }

    public String reason() {
        return reason;
    }

    /** The identity of a problem. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private UUID versionId;
        private int position;

        @SuppressWarnings("NullAway.Init") // for JPA
        public Key() {}

        public Key(UUID versionId, int position) {
            this.versionId = versionId;
            this.position = position;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && versionId.equals(key.versionId) && position == key.position;
        }

        @Override
        public int hashCode() {
            return Objects.hash(versionId, position);
        }
    }
}
