package io.whetstone.training.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.whetstone.access.web.Access;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.service.PrincipalKind;
import io.whetstone.kernel.service.Scope;
import io.whetstone.realtime.service.LiveClient;
import io.whetstone.realtime.service.RealtimeDesk;
import io.whetstone.realtime.service.Tickets;
import io.whetstone.training.service.JobWatch;
import io.whetstone.training.service.TrainingAnnouncer;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.PathParam;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code /ws/{jobId}?ticket=…}: one job as the predecessor's socket told about it. It follows the same topic as our own
 * pages, so nothing is asked of the database on its behalf.
 */
@Access(value = Scope.READ, kinds = PrincipalKind.TICKET)
@ServerEndpoint("/ws/{jobId}")
public class JobSocket {
    private static final Logger LOGGER = System.getLogger(JobSocket.class.getName());

    @Inject
    Tickets tickets;

    @Inject
    RealtimeDesk desk;

    @Inject
    JobWatch watch;

    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    private RealtimeDesk.@Nullable Place place;

    @OnOpen
    public void open(Session session, @PathParam("jobId") String jobId) throws IOException {
        var ticket = session.getRequestParameterMap().getOrDefault("ticket", List.of());
        var userId = ticket.isEmpty() ? null : tickets.redeem(ticket.get(0)).orElse(null);
        if (userId == null) {
            refuse(session, "The ticket is missing, used or too old");
            return;
        }
        try {
            follow(session, userId, UUID.fromString(jobId));
        } catch (ProblemException | IllegalArgumentException unknown) {
            refuse(session, "Unknown job");
        }
    }

    @OnClose
    public void close() {
        if (place != null) {
            place.leave();
            place = null;
        }
    }

    @OnError
    public void fail(Session session, Throwable failure) {
        LOGGER.log(Level.DEBUG, "jobs.socket_failed session=" + session.getId(), failure);
    }

    private void follow(Session session, UUID userId, UUID jobId) {
        var watched = watch.find(userId, jobId);
        var messages = new JobMessages(jobId, json, clock);
        var client = new Client(session, messages, json);
        var job = json.valueToTree(watched.job());
        client.put(messages.initial(job).toString());
        if (JobMessages.isFinal(job)) {
            client.put(messages.news(job).toString());
            client.close("The job has ended");
            return;
        }
        place = desk.open(userId, client);
        place.subscribe(watched.workspaceId(), TrainingAnnouncer.TOPIC + "/" + jobId, null);
    }

    private static void refuse(Session session, String reason) throws IOException {
        session.close(new CloseReason(CloseCodes.VIOLATED_POLICY, reason));
    }

    /** Takes the frames of a topic and sends what the predecessor would have sent. */
    private record Client(Session session, JobMessages messages, ObjectMapper json) implements LiveClient {
        @Override
        public void send(String frame) {
            try {
                var event = json.readTree(frame);
                var data = event.path("data");
                switch (event.path("event").asText()) {
                    case "metric" -> messages.measured(data);
                    case "status" -> {
                        put(messages.news(data).toString());
                        if (JobMessages.isFinal(data)) {
                            close("The job has ended");
                        }
                    }
                    default -> LOGGER.log(Level.TRACE, "jobs.frame_passed_over");
                }
            } catch (JsonProcessingException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        void put(String message) {
            session.getAsyncRemote().sendText(message, result -> {
                if (!result.isOK()) {
                    LOGGER.log(Level.DEBUG, "jobs.send_failed", result.getException());
                }
            });
        }

        @Override
        public void close(String reason) {
            try {
                session.close(new CloseReason(CloseCodes.NORMAL_CLOSURE, reason));
            } catch (IOException gone) {
                LOGGER.log(Level.DEBUG, "jobs.close_failed", gone);
            }
        }
    }
}
