package io.whetstone.training.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;

/** Writes the messages of the predecessor's socket from our events. Progress counts in hundredths there. */
class JobMessages {
    private static final Set<String> FINAL = Set.of("completed", "failed", "cancelled");

    private final UUID jobId;
    private final ObjectMapper json;
    private final Clock clock;
    private JsonNode metric;

    JobMessages(UUID jobId, ObjectMapper json, Clock clock) {
        this.jobId = jobId;
        this.json = json;
        this.clock = clock;
        this.metric = json.createObjectNode();
    }

    /** Remembers what jobs themselves do not tell. */
    void measured(JsonNode newest) {
        metric = newest;
    }

    static boolean isFinal(JsonNode job) {
        return FINAL.contains(job.path("status").asText());
    }

    ObjectNode initial(JsonNode job) {
        return message(job).put("message", "Following job " + jobId);
    }

    /** An update, or the last message when the job has its outcome. */
    ObjectNode news(JsonNode job) {
        return isFinal(job) ? last(job) : update(job);
    }

    private ObjectNode update(JsonNode job) {
        var update = message(job).put("progress", 100 * job.path("progress").asDouble());
        update.set("current_epoch", job.get("epoch"));
        update.set("total_epochs", job.get("totalEpochs"));
        update.set("current_step", job.get("step"));
        update.set("total_steps", job.get("totalSteps"));
        update.set("loss", job.get("loss"));
        update.set("eval_loss", job.get("evalLoss"));
        update.set("samples_per_second", metric.get("samplesPerSecond"));
        update.putNull("gpu_memory_allocated_gb").putNull("gpu_utilization_percent");
        update.set("eta_seconds", job.get("etaSeconds"));
        return update.put("complete", false);
    }

    private ObjectNode last(JsonNode job) {
        var last = message(job).put("progress", 100 * job.path("progress").asDouble());
        last.set("final_loss", job.get("loss"));
        last.set("eval_loss", job.get("evalLoss"));
        last.set("completed_at", job.get("finishedAt"));
        last.set("error", job.path("error").get("message"));
        return last.put("complete", true);
    }

    private ObjectNode message(JsonNode job) {
        return json.createObjectNode()
                .put("job_id", jobId.toString())
                .put("status", job.path("status").asText())
                .put("timestamp", clock.instant().toString());
    }
}
