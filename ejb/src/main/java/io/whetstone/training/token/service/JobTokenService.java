package io.whetstone.training.token.service;

import static io.whetstone.access.service.Permission.TRAINING_START;

import io.whetstone.access.entity.Shareable;
import io.whetstone.access.service.AccessPolicy;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import io.whetstone.kernel.service.Audited;
import io.whetstone.kernel.service.TenantScoped;
import io.whetstone.training.entity.TrainingJob;
import io.whetstone.training.entity.TrainingJobRepository;
import io.whetstone.training.service.TrainingConfig;
import io.whetstone.training.token.service.internal.JobTokens;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tokens for one job, issued and ended by whoever may manage the job. */
@Stateless
@RolesAllowed("user")
@TenantScoped
public class JobTokenService {
    @Inject
    TrainingJobRepository jobs;

    @Inject
    JobTokens tokens;

    @Inject
    AccessPolicy access;

    @Inject
    TrainingConfig config;

    @Inject
    Event<Audited> audit;

    @Inject
    Clock clock;

    /** A token that reads and cancels this job; null for the usual life. */
    public JobTokenView issue(UUID workspaceId, UUID jobId, @Nullable Duration life) {
        var home = access.require(TRAINING_START, workspaceId, Shareable.TRAINING_JOB, jobId);
        var issuer = access.requireSelf();

        var job = jobs.find(home, jobId).orElseThrow(() -> ProblemException.notFound("training job", jobId));
        if (job.status().isFinal()) {
            throw new ProblemException(ProblemType.ILLEGAL_TRANSITION, "The job is over, and so are its tokens");
        }
        var expiresAt = tokens.end(clock.instant().plus(life == null ? config.jobTokenLife() : life));
        note("job_token.issued", job, Map.of("expiresAt", expiresAt.toString()));
        return new JobTokenView(tokens.issue(job, issuer, expiresAt), jobId, expiresAt);
    }

    /** Ends all tokens that were issued for this job until now. */
    public void endAll(UUID workspaceId, UUID jobId) {
        var home = access.require(TRAINING_START, workspaceId, Shareable.TRAINING_JOB, jobId);

        var job = jobs.findLocked(home, jobId).orElseThrow(() -> ProblemException.notFound("training job", jobId));
        job.endTokens();
        jobs.flush();
        note("job_token.ended", job, Map.of());
    }

    private void note(String action, TrainingJob job, Map<String, Object> after) {
        audit.fire(new Audited(action, job.workspaceId(), "training_job", job.id(), Map.of(), after));
    }
}
