package io.whetstone.training.config.entity;

import com.fasterxml.jackson.databind.JsonNode;
import io.whetstone.kernel.JsonbConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A saved beginning of training jobs, under a name.
 *
 * <p>What it holds was checked as that of a job is. It has every parameter, so that it means the same when defaults
 * change. A job that begins with it keeps its own copy.
 */
@Entity
@Table(name = "training_configurations")
public class TrainingConfiguration {
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

    @Column(name = "model_id", nullable = false)
    private UUID modelId;

    @Column(name = "model_name", nullable = false, length = 200)
    private String modelName;

    @Column(name = "dataset_id")
    private @Nullable UUID datasetId;

    @Column(name = "dataset_name", length = 200)
    private @Nullable String datasetName;

    @Column(name = "eval_dataset_id")
    private @Nullable UUID evalDatasetId;

    @Column(name = "eval_dataset_name", length = 200)
    private @Nullable String evalDatasetName;

    @Convert(converter = JsonbConverter.class)
    @Column(nullable = false)
    private JsonNode parameters;

    @Column(name = "created_by", nullable = false, updatable = false)
    private UUID createdBy;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at", nullable = false)
    private Instant updatedAt;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected TrainingConfiguration() {}

    @SuppressWarnings("NullAway.Init") // save sets the rest
    public TrainingConfiguration(UUID workspaceId, Content content, UUID createdBy, Instant now) {
        this.id = UUID.randomUUID();
        this.workspaceId = workspaceId;
        this.createdBy = createdBy;
        this.createdAt = now;
        save(content, now);
    }

    /** Something that a configuration names: its id, and what it was called when it was saved. */
    public record Named(UUID id, String name) {}

    /** All that people say of a configuration, checked. */
    public record Content(
            String name,
            @Nullable String description,
            Named model,
            @Nullable Named dataset,
            @Nullable Named evalDataset,
            JsonNode parameters) {}

    /** Puts the whole content in the place of what it was. */
    public void save(Content content, Instant now) {
        this.name = content.name();
        this.description = content.description();
        this.modelId = content.model().id();
        this.modelName = content.model().name();
        var dataset = content.dataset();
        this.datasetId = dataset == null ? null : dataset.id();
        this.datasetName = dataset == null ? null : dataset.name();
        var eval = content.evalDataset();
        this.evalDatasetId = eval == null ? null : eval.id();
        this.evalDatasetName = eval == null ? null : eval.name();
        this.parameters = content.parameters();
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

    public Named model() {
        return new Named(modelId, modelName);
    }

    public @Nullable Named dataset() {
        return named(datasetId, datasetName);
    }

    public @Nullable Named evalDataset() {
        return named(evalDatasetId, evalDatasetName);
    }

    private static @Nullable Named named(@Nullable UUID id, @Nullable String name) {
        return id == null || name == null ? null : new Named(id, name);
    }

    public JsonNode parameters() {
        return parameters;
    }

    public UUID createdBy() {
        return createdBy;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }
}
