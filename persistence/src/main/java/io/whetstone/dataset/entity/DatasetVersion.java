package io.whetstone.dataset.entity;

import com.fasterxml.jackson.databind.JsonNode;
import io.whetstone.kernel.JsonbConverter;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import io.whetstone.kernel.StorableText;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One file of examples. It is read once, and from then on its rows and counts never change. */
@Entity
@Table(name = "dataset_versions")
@NamedQuery(
        name = DatasetVersion.FIND,
        query = "select v from DatasetVersion v where v.workspaceId = :workspaceId and v.datasetId = :datasetId"
                + " and v.number = :number")
@NamedQuery(
        name = DatasetVersion.SHOWN,
        query = "select v from DatasetVersion v, Dataset d where v.datasetId = d.id"
                + " and v.workspaceId = :workspaceId and d.id in :ids"
                + " and v.number = coalesce(d.currentVersion, d.latestVersion)")
@NamedQuery(
        name = DatasetVersion.OF_DATASET,
        query = "select v from DatasetVersion v where v.workspaceId = :workspaceId and v.datasetId = :datasetId"
                + " and v.number < :before order by v.number desc")
public class DatasetVersion {
    public static final String FIND = "DatasetVersion.find";
    public static final String SHOWN = "DatasetVersion.shown";
    public static final String OF_DATASET = "DatasetVersion.ofDataset";
    private static final int ERROR_LENGTH = 2000;
    private static final int SOURCE_LENGTH = 300;

    @Id
    private UUID id;

    @Version
    private long version;

    @Column(name = "workspace_id", nullable = false, updatable = false)
    private UUID workspaceId;

    @Column(name = "dataset_id", nullable = false, updatable = false)
    private UUID datasetId;

    @Column(nullable = false, updatable = false)
    private int number;

    @Column(nullable = false, length = 16)
    private DatasetStatus status = DatasetStatus.PROCESSING;

    @Column(length = 16)
    private @Nullable DatasetFormat format;

    @Column(name = "example_count", nullable = false)
    private long exampleCount;

    @Column(name = "invalid_count", nullable = false)
    private long invalidCount;

    @Column(name = "duplicate_count", nullable = false)
    private long duplicateCount;

    @Column(name = "size_bytes", nullable = false)
    private long sizeBytes;

    @Column(length = 64)
    private @Nullable String sha256;

    @Convert(converter = JsonbConverter.class)
    private @Nullable JsonNode statistics;

    @Column(name = "source_name", nullable = false, updatable = false, length = 300)
    private String sourceName;

    @Column(nullable = false)
    private double progress;

    @Column(length = 2000)
    private @Nullable String error;

    @Column(name = "created_by", updatable = false)
    private @Nullable UUID createdBy;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected DatasetVersion() {}

    DatasetVersion(Dataset dataset, int number, String sourceName, UUID createdBy, Instant createdAt) {
        this.id = UUID.randomUUID();
        this.workspaceId = dataset.workspaceId();
        this.datasetId = dataset.id();
        this.number = number;
        this.sourceName = StorableText.of(sourceName, SOURCE_LENGTH);
        this.createdBy = createdBy;
        this.createdAt = createdAt;
    }

    /** How much of the file has been read, 0 to 1. Late news change nothing. */
    public void report(double fraction) {
        if (status == DatasetStatus.PROCESSING) {
            this.progress = Math.max(progress, Math.min(1, fraction));
        }
    }

    public void ready(VersionFacts facts) {
        moveTo(DatasetStatus.READY);
        this.progress = 1;
        this.format = facts.format();
        this.exampleCount = facts.examples();
        this.invalidCount = facts.invalid();
        this.duplicateCount = facts.duplicates();
        this.sizeBytes = facts.bytes();
        this.sha256 = facts.sha256();
        this.statistics = facts.statistics();
    }

    public void fail(String reason) {
        moveTo(DatasetStatus.FAILED);
        this.error = StorableText.of(reason, ERROR_LENGTH);
    }

    /** Tokens are counted after the version is ready, as this takes a tokenizer. */
    public void describe(JsonNode newStatistics) {
        requireReady();
        this.statistics = newStatistics;
    }

    /** Refuses while the rows are not there to be read. */
    public void requireReady() {
        if (status != DatasetStatus.READY) {
            throw new ProblemException(
                    ProblemType.CONFLICT,
                    status == DatasetStatus.FAILED
                            ? "Version %d of the dataset could not be read: %s".formatted(number, error)
                            : "Version %d of the dataset is still being read".formatted(number));
        }
    }

    private void moveTo(DatasetStatus next) {
        if (!status.canBecome(next)) {
            throw new ProblemException(
                    ProblemType.ILLEGAL_TRANSITION,
                    "Dataset version %s is %s and cannot become %s".formatted(id, status, next));
        }
        this.status = next;
    }

    public boolean isProcessing() {
        return status == DatasetStatus.PROCESSING;
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

    public UUID datasetId() {
        return datasetId;
    }

    public int number() {
        return number;
    }

    public DatasetStatus status() {
        return status;
    }

    public @Nullable DatasetFormat format() {
        return format;
    }

    public long exampleCount() {
        return exampleCount;
    }

    public long invalidCount() {
        return invalidCount;
    }

    public long duplicateCount() {
        return duplicateCount;
    }

    public long sizeBytes() {
        return sizeBytes;
    }

    public @Nullable String sha256() {
        return sha256;
    }

    public @Nullable JsonNode statistics() {
        return statistics;
    }

    public String sourceName() {
        return sourceName;
    }

    public double progress() {
        return progress;
    }

    public @Nullable String error() {
        return error;
    }

    public @Nullable UUID createdBy() {
        return createdBy;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
