package io.whetstone.model.entity;

import com.fasterxml.jackson.databind.JsonNode;
import io.whetstone.kernel.JsonbConverter;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import io.whetstone.kernel.StorableText;
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
 * Something that can be tuned or talked to.
 *
 * <p>A model is announced first and imported then; only when its files were checked does it become ready. An adapter
 * names the base that it belongs to and the training job that made it, and neither ever changes.
 */
@Entity
@Table(name = "models")
public class Model {
    private static final int ERROR_LENGTH = 2000;

    @Id
    private UUID id;

    @Version
    private long version;

    @Column(name = "workspace_id", nullable = false)
    private UUID workspaceId;

    @Column(nullable = false, length = 16)
    private ModelVisibility visibility = ModelVisibility.WORKSPACE;

    @Column(nullable = false, length = 64)
    private String name;

    @Column(name = "display_name", nullable = false, length = 200)
    private String displayName;

    @Column(nullable = false, updatable = false, length = 16)
    private ModelKind kind = ModelKind.BASE;

    @Column(nullable = false, length = 16)
    private ModelStatus status = ModelStatus.IMPORTING;

    @Column(length = 64)
    private @Nullable String architecture;

    @Column(name = "parameter_count")
    private @Nullable Long parameterCount;

    @Column(name = "context_length")
    private @Nullable Integer contextLength;

    @Column(name = "size_bytes", nullable = false)
    private long sizeBytes;

    @Column(name = "base_model_id", updatable = false)
    private @Nullable UUID baseModelId;

    @Column(name = "training_job_id", updatable = false)
    private @Nullable UUID trainingJobId;

    @Column(name = "system_prompt")
    private @Nullable String systemPrompt;

    @Column(length = 2000)
    private @Nullable String licence;

    @Convert(converter = JsonbConverter.class)
    @Column(nullable = false, updatable = false)
    private JsonNode source;

    @Column(name = "starter_key", updatable = false, length = 100)
    private @Nullable String starterKey;

    @Column(nullable = false)
    private double progress;

    @Column(length = 2000)
    private @Nullable String error;

    @Column(name = "created_by", updatable = false)
    private @Nullable UUID createdBy;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected Model() {}

    private Model(NewModel facts, Instant createdAt) {
        this.id = UUID.randomUUID();
        this.workspaceId = facts.workspaceId();
        this.name = facts.name();
        this.displayName = facts.displayName();
        this.source = facts.source();
        this.createdBy = facts.createdBy();
        this.createdAt = createdAt;
    }

    public static Model base(NewModel facts, Instant createdAt) {
        return new Model(facts, createdAt);
    }

    /** The base that everybody sees; {@code starterKey} makes it unique over all nodes. */
    public static Model starter(NewModel facts, String starterKey, Instant createdAt) {
        var model = new Model(facts, createdAt);
        model.visibility = ModelVisibility.EVERYONE;
        model.starterKey = starterKey;
        return model;
    }

    public static Model adapter(NewModel facts, UUID baseModelId, UUID trainingJobId, Instant createdAt) {
        var model = new Model(facts, createdAt);
        model.kind = ModelKind.ADAPTER;
        model.baseModelId = baseModelId;
        model.trainingJobId = trainingJobId;
        return model;
    }

    /** Notes what all its examples began with; an empty text is none. */
    public void learntUnder(String prompt) {
        this.systemPrompt = prompt.isBlank() ? null : StorableText.of(prompt);
    }

    /** Changes what people read; the name of the chat interface stays, as programs rely on it. */
    public void rename(String newDisplayName) {
        this.displayName = newDisplayName;
    }

    /** Goes to a workspace that builds on it, under a name that is free there, when its own is deleted. */
    public void moveTo(UUID heirWorkspaceId, String freeName) {
        this.workspaceId = heirWorkspaceId;
        this.name = freeName;
    }

    /** Records how far the import is, 0 to 1; late news of an import that ended are ignored. */
    public void report(double fraction) {
        if (status == ModelStatus.IMPORTING) {
            this.progress = Math.max(progress, Math.min(1, fraction));
        }
    }

    public void ready(ModelFacts facts) {
        requireImporting("ready");
        this.status = ModelStatus.READY;
        this.progress = 1;
        this.architecture = facts.architecture();
        this.parameterCount = facts.parameterCount();
        this.contextLength = facts.contextLength();
        this.sizeBytes = facts.sizeBytes();
        this.licence = facts.licence();
    }

    public void fail(String reason) {
        requireImporting("failed");
        this.status = ModelStatus.FAILED;
        this.error = StorableText.of(reason, ERROR_LENGTH);
    }

    private void requireImporting(String next) {
        if (status != ModelStatus.IMPORTING) {
            throw new ProblemException(
                    ProblemType.ILLEGAL_TRANSITION, "Model %s is %s and cannot become %s".formatted(id, status, next));
        }
    }

    /** The import has ended, well or badly. */
    public boolean isSettled() {
        return status != ModelStatus.IMPORTING;
    }

    public boolean isReady() {
        return status == ModelStatus.READY;
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

    public ModelVisibility visibility() {
        return visibility;
    }

    public String name() {
        return name;
    }

    public String displayName() {
        return displayName;
    }

    public ModelKind kind() {
        return kind;
    }

    public ModelStatus status() {
        return status;
    }

    public @Nullable String architecture() {
        return architecture;
    }

    /** What it was taught to answer under, and answers best under; none where its examples shared none. */
    public @Nullable String systemPrompt() {
        return systemPrompt;
    }

    public @Nullable Long parameterCount() {
        return parameterCount;
    }

    public @Nullable Integer contextLength() {
        return contextLength;
    }

    public long sizeBytes() {
        return sizeBytes;
    }

    public @Nullable UUID baseModelId() {
        return baseModelId;
    }

    public @Nullable UUID trainingJobId() {
        return trainingJobId;
    }

    public @Nullable String licence() {
        return licence;
    }

    public JsonNode source() {
        return source;
    }

    public @Nullable String starterKey() {
        return starterKey;
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
