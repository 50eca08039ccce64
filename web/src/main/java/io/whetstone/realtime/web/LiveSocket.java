package io.whetstone.realtime.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.whetstone.access.web.Access;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import io.whetstone.kernel.service.PrincipalKind;
import io.whetstone.kernel.service.Scope;
import io.whetstone.kernel.web.Problem;
import io.whetstone.kernel.web.StorableTexts;
import io.whetstone.realtime.service.RealtimeConfig;
import io.whetstone.realtime.service.RealtimeDesk;
import io.whetstone.realtime.service.Tickets;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code /live?ticket=…}: one connection of one person, who follows topics on it. The container knows no caller here,
 * so the person that the ticket names is handed on with each request.
 */
@Access(value = Scope.READ, kinds = PrincipalKind.TICKET)
@ServerEndpoint("/live")
public class LiveSocket {
    private static final Logger LOGGER = System.getLogger(LiveSocket.class.getName());
    private static final long IDLE_MILLIS = 120_000;
    private static final int MAX_MESSAGE = 8192;

    @Inject
    Tickets tickets;

    @Inject
    RealtimeDesk desk;

    @Inject
    RealtimeConfig config;

    @Inject
    ObjectMapper json;

    @Resource(lookup = "concurrent/realtime")
    ManagedExecutorService executor;

    private RealtimeDesk.@Nullable Place place;
    private @Nullable SendQueue queue;

    @OnOpen
    public void open(Session session) throws IOException {
        var ticket = session.getRequestParameterMap().getOrDefault("ticket", List.of());
        var userId = ticket.isEmpty() ? null : tickets.redeem(ticket.get(0)).orElse(null);
        if (userId == null) {
            refuse(session);
            return;
        }
        session.setMaxIdleTimeout(IDLE_MILLIS);
        session.setMaxTextMessageBufferSize(MAX_MESSAGE);
        queue = new SendQueue(session, executor, config.maxWaitingMessages());
        place = desk.open(userId, queue);
        LOGGER.log(Level.DEBUG, "live.opened session=" + session.getId());
    }

    private static void refuse(Session session) throws IOException {
        session.close(new CloseReason(CloseCodes.VIOLATED_POLICY, "The ticket is missing, used or too old"));
    }

    @OnMessage
    public void receive(Session session, String text) throws IOException {
        if (queue == null || place == null) {
            refuse(session);
            return;
        }
        LiveMessage message = null;
        try {
            message = json.readValue(new StorableTexts(json.createParser(text)), LiveMessage.class);
            answer(message, place, queue);
        } catch (JsonProcessingException malformed) {
            refuse(queue, null, new ProblemException(ProblemType.INVALID_REQUEST, "The message is not one of ours"));
        } catch (ProblemException refused) {
            refuse(queue, message == null ? null : message.topic(), refused);
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
        LOGGER.log(Level.DEBUG, "live.failed session=" + session.getId(), failure);
    }

    private void answer(LiveMessage message, RealtimeDesk.Place at, SendQueue out) {
        switch (String.valueOf(message.type())) {
            case "subscribe" -> at.subscribe(message.workspaceId(), topic(message), message.after());
            case "unsubscribe" -> at.unsubscribe(message.workspaceId(), topic(message));
            case "ping" -> out.send("{\"type\":\"pong\"}");
            default -> throw ProblemException.invalid("/type", "must be subscribe, unsubscribe or ping");
        }
    }

    private static String topic(LiveMessage message) {
        if (message.topic() == null) {
            throw ProblemException.invalid("/topic", "must be given");
        }
        return message.topic();
    }

    private void refuse(SendQueue out, @Nullable String topic, ProblemException problem) {
        try {
            out.send(json.writeValueAsString(
                    Map.of("type", "error", "topic", topic == null ? "" : topic, "problem", Problem.of(problem))));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
