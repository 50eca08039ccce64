package io.whetstone.training.service.internal.supervision;

import com.fasterxml.jackson.databind.JsonNode;
import io.whetstone.model.service.ModelRegistry;
import io.whetstone.model.service.RegisterAdapter;
import io.whetstone.training.entity.JobError;
import io.whetstone.training.entity.StepFigures;
import io.whetstone.training.entity.TrainingCheckpoint;
import io.whetstone.training.entity.TrainingJob;
import io.whetstone.training.entity.TrainingMetric;
import io.whetstone.training.entity.TrainingRecordRepository;
import io.whetstone.training.service.CheckpointView;
import io.whetstone.training.service.MetricView;
import io.whetstone.training.service.TrainingAnnouncer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What each event of a trainer does to its job. The events are those of the trainer's documented protocol. */
@ApplicationScoped
public class TrainerEvents {
    private static final Logger LOGGER = System.getLogger(TrainerEvents.class.getName());

    @Inject
    TrainingRecordRepository records;

    @Inject
    TrainingAnnouncer announcer;

    @Inject
    ModelRegistry models;

    @Inject
    Clock clock;

    void apply(TrainingJob job, JsonNode event, @Nullable String logTail) {
        switch (event.path("type").asText()) {
            case "started" ->
                job.planned(
                        event.path("totalSteps").asInt(),
                        event.path("totalEpochs").asDouble());
            case "phase" -> job.enter(event.path("phase").asText());
            case "step" -> stepped(job, event);
            case "eval" -> evaluated(job, event);
            case "checkpoint" -> checkpointed(job, event);
            case "checkpoint_removed" -> removed(job, event.path("path").asText());
            case "finished" -> job.complete(adapter(job, event), clock.instant());
            case "cancelled" -> job.cancel(clock.instant());
            case "failed" ->
                job.fail(
                        new JobError(
                                event.path("code").asText("internal"),
                                event.path("message").asText("The trainer gave no reason"),
                                logTail),
                        clock.instant());
            default ->
                LOGGER.log(Level.WARNING, "training.unknown_event id={0} type={1}", job.id(), event.path("type"));
        }
    }

    private void stepped(TrainingJob job, JsonNode event) {
        var metric = metric(job, event);
        metric.trained(new StepFigures(
                event.path("loss").asDouble(),
                event.path("learningRate").asDouble(),
                number(event, "gradNorm"),
                event.path("samplesPerSecond").asDouble(),
                event.path("tokensPerSecond").asDouble(),
                event.hasNonNull("memoryBytes") ? event.path("memoryBytes").asLong() : null));
        job.stepped(metric, number(event, "etaSeconds"));
        announcer.publish(job, "metric", MetricView.of(metric));
    }

    private void evaluated(TrainingJob job, JsonNode event) {
        var loss = event.path("loss").asDouble();
        var metric = metric(job, event);
        metric.evaluated(loss);
        job.evaluated(metric.step(), loss);
        announcer.publish(job, "metric", MetricView.of(metric));
    }

    /** The row of the event's step: an evaluation joins the row that the step made. */
    private TrainingMetric metric(TrainingJob job, JsonNode event) {
        var step = event.path("step").asInt();
        return records.metric(job.workspaceId(), job.id(), step).orElseGet(() -> {
            var epoch = event.hasNonNull("epoch")
                    ? event.path("epoch").asDouble()
                    : job.progress().epoch();
            var fresh = new TrainingMetric(job, step, epoch, at(event));
            records.add(fresh);
            return fresh;
        });
    }

    private void checkpointed(TrainingJob job, JsonNode event) {
        var checkpoint = new TrainingCheckpoint(
                job,
                event.path("step").asInt(),
                event.path("path").asText(),
                event.path("sizeBytes").asLong(),
                at(event));
        checkpoint.scored(number(event, "loss"), number(event, "evalLoss"));
        records.checkpoints(job.workspaceId(), job.id()).stream()
                .filter(former -> former.step() == checkpoint.step())
                .forEach(records::replace);
        records.add(checkpoint);
        job.checkpointed(checkpoint.step());
        announcer.publish(job, "checkpoint", CheckpointView.of(checkpoint, false, true));
    }

    private void removed(TrainingJob job, String path) {
        records.checkpoints(job.workspaceId(), job.id()).stream()
                .filter(checkpoint -> checkpoint.path().equals(path))
                .forEach(records::remove);
    }

    private UUID adapter(TrainingJob job, JsonNode event) {
        return models.registerAdapter(new RegisterAdapter(
                job.workspaceId(),
                job.name(),
                job.modelId(),
                job.id(),
                event.path("adapter").asText(),
                event.path("systemPrompt").asText(),
                job.createdBy()));
    }

    private static @Nullable Double number(JsonNode event, String field) {
        return event.path(field).isNumber() ? Double.valueOf(event.path(field).asDouble()) : null;
    }

    private Instant at(JsonNode event) {
        try {
            return Instant.parse(event.path("at").asText());
        } catch (DateTimeParseException missing) {
            return clock.instant();
        }
    }
}
