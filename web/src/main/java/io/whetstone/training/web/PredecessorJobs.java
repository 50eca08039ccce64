package io.whetstone.training.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.whetstone.kernel.ProblemException;
import io.whetstone.model.service.ModelService;
import io.whetstone.training.entity.JobStatus;
import io.whetstone.training.service.StartTraining;
import io.whetstone.training.service.TrainingJobView;
import io.whetstone.training.service.TrainingService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Translates between the words of the training server before this one and ours. */
@ApplicationScoped
public class PredecessorJobs {
    private static final Pattern UUID_FORM = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private static final Map<String, String> OURS = Map.ofEntries(
            Map.entry("num_epochs", "epochs"),
            Map.entry("learning_rate", "learningRate"),
            Map.entry("batch_size", "batchSize"),
            Map.entry("eval_batch_size", "evalBatchSize"),
            Map.entry("gradient_accumulation_steps", "gradientAccumulationSteps"),
            Map.entry("max_steps", "maxSteps"),
            Map.entry("max_length", "maxLength"),
            Map.entry("warmup_steps", "warmupSteps"),
            Map.entry("warmup_ratio", "warmupRatio"),
            Map.entry("lr_scheduler_type", "schedule"),
            Map.entry("weight_decay", "weightDecay"),
            Map.entry("max_grad_norm", "maxGradNorm"),
            Map.entry("eval_split", "evalFraction"),
            Map.entry("eval_steps", "evalSteps"),
            Map.entry("save_steps", "saveSteps"),
            Map.entry("save_total_limit", "saveLimit"),
            Map.entry("gradient_checkpointing", "gradientCheckpointing"));

    /** A wish in the predecessor's form. The model is an id or a name; everything else in it is a parameter. */
    public record TrainRequest(
            @NotNull UUID dataset,
            @NotNull ObjectNode config,
            @Nullable @Size(max = 200) String name) {}

    /** The predecessor's receipt. */
    public record Started(@JsonProperty("job_id") UUID jobId, JobStatus status, String message) {}

    /** A job with the predecessor's names of fields. */
    public record Job(
            @JsonProperty("job_id") UUID jobId,
            @JsonProperty("job_name") String jobName,
            @JsonProperty("model_name") String modelName,
            @JsonProperty("dataset_name") String datasetName,
            JobStatus status,
            double progress,
            @JsonProperty("current_epoch") double currentEpoch,
            @JsonProperty("total_epochs") @Nullable Double totalEpochs,
            @JsonProperty("current_step") int currentStep,
            @JsonProperty("total_steps") @Nullable Integer totalSteps,
            @Nullable Double loss,
            @JsonProperty("eval_loss") @Nullable Double evalLoss,
            @JsonProperty("best_eval_loss") @Nullable Double bestEvalLoss,
            @JsonProperty("best_step") @Nullable Integer bestStep,
            @JsonProperty("learning_rate") @Nullable Double learningRate,
            @JsonProperty("grad_norm") @Nullable Double gradNorm,
            @JsonProperty("tokens_per_second") @Nullable Double tokensPerSecond,
            @JsonProperty("remaining_seconds") @Nullable Double remainingSeconds,
            @JsonProperty("queue_position") @Nullable Integer queuePosition,
            @Nullable String error,
            @JsonProperty("resumed_from_job_id") @Nullable UUID resumedFromJobId,
            @JsonProperty("started_at") @Nullable Instant startedAt,
            @JsonProperty("completed_at") @Nullable Instant completedAt) {

        /** Progress counted in hundredths there. */
        static Job of(TrainingJobView job) {
            return new Job(
                    job.id(),
                    job.name(),
                    job.modelName(),
                    job.datasetName(),
                    job.status(),
                    100 * job.progress(),
                    job.epoch(),
                    job.totalEpochs(),
                    job.step(),
                    job.totalSteps(),
                    job.loss(),
                    job.evalLoss(),
                    job.bestEvalLoss(),
                    job.bestStep(),
                    job.learningRate(),
                    job.gradNorm(),
                    job.tokensPerSecond(),
                    job.etaSeconds(),
                    job.queuePosition(),
                    job.error() == null ? null : job.error().message(),
                    job.resumedFromJobId(),
                    job.startedAt(),
                    job.finishedAt());
        }
    }

    @Inject
    TrainingService training;

    @Inject
    ModelService models;

    Started start(UUID workspaceId, TrainRequest request) {
        var parameters = request.config().deepCopy();
        var model = model(workspaceId, parameters.remove("model"));
        OURS.forEach((theirs, ours) -> rename(parameters, theirs, ours));
        var job = training.start(
                new StartTraining(workspaceId, request.name(), model, request.dataset(), null, null, parameters));
        var message = job.queuePosition() == null
                ? "The job has started"
                : "The job is number %d in the queue".formatted(job.queuePosition());
        return new Started(job.id(), job.status(), message);
    }

    private UUID model(UUID workspaceId, @Nullable JsonNode named) {
        if (named == null || !named.isTextual()) {
            throw ProblemException.invalid("/config/model", "must be the id or the name of a model");
        }
        var text = named.asText();
        return UUID_FORM.matcher(text).matches()
                ? UUID.fromString(text)
                : models.named(workspaceId, text).id();
    }

    private static void rename(ObjectNode parameters, String theirs, String ours) {
        var value = parameters.remove(theirs);
        if (value != null) {
            parameters.set(ours, value);
        }
    }
}
