package io.whetstone.realtime.service;

import io.whetstone.access.entity.Shareable;
import io.whetstone.access.service.AccessPolicy;
import io.whetstone.access.service.MembershipView;
import io.whetstone.access.service.Memberships;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.service.SystemScoped;
import io.whetstone.realtime.entity.RealtimeEvent;
import io.whetstone.realtime.entity.RealtimeRepository;
import io.whetstone.realtime.entity.RealtimeTopic;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happened in a topic. A socket has no caller that the container knows, so the person is named: the ticket has
 * proved who it is.
 */
@Stateless
@PermitAll
@SystemScoped
public class RealtimeHistory {
    static final int MOST = 500;

    @Inject
    RealtimeRepository events;

    @Inject
    AccessPolicy access;

    @Inject
    Memberships memberships;

    /**
     * Where a subscription starts.
     *
     * @param seq the number after which the client gets events
     * @param gap whether some that it has not seen are no longer kept
     */
    public record Start(long seq, boolean gap) {}

    /** Asks whether the person may follow the topic, and finds where to start. */
    public Start start(UUID userId, RealtimeTopic topic, @Nullable Long after) {
        requireSight(userId, topic);

        var last = events.last(topic);
        if (after == null) {
            return new Start(last, false);
        }
        return after > last || isGone(topic, after, last) ? new Start(last, true) : new Start(after, false);
    }

    /** The workspace that the person has had for longest: their own. */
    public UUID homeOf(UUID userId) {
        return memberships.membershipsOf(userId).stream()
                .map(MembershipView::id)
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("workspace of", userId));
    }

    /** The next events; read by the hub on behalf of clients that may see them. */
    public List<RealtimeEvent> after(RealtimeTopic topic, long seq) {
        return events.after(topic, seq, MOST);
    }

    /** A topic of one training job is open to those with whom the job is shared. */
    private void requireSight(UUID userId, RealtimeTopic topic) {
        var permission = RealtimeTopics.permission(topic.name());
        RealtimeTopics.trainingJob(topic.name())
                .ifPresentOrElse(
                        job -> access.requireOf(userId, permission, topic.workspaceId(), Shareable.TRAINING_JOB, job),
                        () -> access.requireOf(userId, permission, topic.workspaceId()));
    }

    private boolean isGone(RealtimeTopic topic, long after, long last) {
        if (after == last) {
            return false;
        }
        var next = events.after(topic, after, 1);
        return next.isEmpty() || next.get(0).seq() != after + 1;
    }
}
