package io.whetstone.conversation.service.internal;

import io.whetstone.conversation.service.AnswerDesk;
import io.whetstone.kernel.service.Rounds;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.time.Duration;

/** The pulse of the answers that are being made on this node. */
@Singleton
@Startup
public class AnswerTimer {
    private static final int BEATS_OF_A_LEASE = 3;

    @Inject
    Rounds rounds;

    @Inject
    AnswerDesk desk;

    @PostConstruct
    void start() {
        var pause = AnswerDesk.LEASE.dividedBy(BEATS_OF_A_LEASE);
        rounds.every(Duration.ofSeconds(1), pause, "conversation.answers_unreachable", desk::beat);
    }
}
