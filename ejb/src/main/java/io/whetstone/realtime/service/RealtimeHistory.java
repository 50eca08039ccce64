package io.whetstone.realtime.service;

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
     * @param topic the topic where its events are: that of a shared object is in the object's own workspace
     * @param seq the number after which the client gets events
     * @param gap whether some that it has not seen are no longer kept
     */
    public record Start(RealtimeTopic topic, long seq, boolean gap) {}

    /** Asks whether the person may follow the topic, and finds where to start. */
    public Start start(UUID userId, RealtimeTopic asked, @Nullable Long after) {
        var topic = seen(userId, asked);

        var last = events.last(topic);
        if (after == null) {
            return new Start(topic, last, false);
        }
        var gap = after > last || isGone(topic, after, last);
        return new Start(topic, gap ? last : after, gap);
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

    /** A topic of one object is open to those with whom it is shared; one of a person to nobody else. */
    private RealtimeTopic seen(UUID userId, RealtimeTopic asked) {
        var rule = RealtimeTopics.rule(asked.name());
        if (rule.person() != null) {
            if (!rule.person().equals(userId)) {
                throw ProblemException.notFound("topic", asked.name());
            }
            return new RealtimeTopic(homeOf(userId), asked.name());
        }
        if (rule.type() != null && rule.object() != null) {
            var home = access.requireOf(userId, rule.permission(), asked.workspaceId(), rule.type(), rule.object());
            return new RealtimeTopic(home, asked.name());
        }
        access.requireOf(userId, rule.permission(), asked.workspaceId());
        return asked;
    }

    private boolean isGone(RealtimeTopic topic, long after, long last) {
        if (after == last) {
            return false;
        }
        var next = events.after(topic, after, 1);
        return next.isEmpty() || next.get(0).seq() != after + 1;
    }
}
