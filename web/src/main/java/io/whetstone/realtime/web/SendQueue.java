package io.whetstone.realtime.web;

import io.whetstone.realtime.service.LiveClient;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/**
 * Sends messages one after the other without making anybody wait. A client that lets too many pile up is cut off: it
 * comes back and asks for what it has missed.
 */
final class SendQueue implements LiveClient {
    private static final Logger LOGGER = System.getLogger(SendQueue.class.getName());
    private static final long SEND_TIMEOUT_MILLIS = 20_000;

    private final Session session;
    private final Executor executor;
    private final int most;
    private final Queue<String> waiting = new ArrayDeque<>();
    private boolean sending;
    private boolean closed;

    SendQueue(Session session, Executor executor, int most) {
        this.session = session;
        this.executor = executor;
        this.most = most;
        session.getAsyncRemote().setSendTimeout(SEND_TIMEOUT_MILLIS);
    }

    @Override
    public void send(String message) {
        synchronized (this) {
            if (closed) {
                return;
            }
            if (waiting.size() < most) {
                waiting.add(message);
                if (sending) {
                    return;
                }
                sending = true;
            } else {
                LOGGER.log(Level.INFO, "live.too_slow session=" + session.getId());
                cut(CloseCodes.TRY_AGAIN_LATER, "Too slow: reconnect and ask for what came after your last event");
                return;
            }
        }
        sendNext();
    }

    @Override
    public synchronized void close(String reason) {
        cut(CloseCodes.VIOLATED_POLICY, reason);
    }

    private void sendNext() {
        String next;
        synchronized (this) {
            next = closed ? null : waiting.poll();
            if (next == null) {
                sending = false;
                return;
            }
        }
        try {
            session.getAsyncRemote().sendText(next, this::sent);
        } catch (RuntimeException gone) {
            LOGGER.log(Level.DEBUG, "live.gone session=" + session.getId(), gone);
            drop();
        }
    }

    private void sent(SendResult result) {
        if (result.isOK()) {
            sendNext();
        } else {
            LOGGER.log(Level.DEBUG, "live.send_failed session=" + session.getId(), result.getException());
            drop();
        }
    }

    private synchronized void drop() {
        cut(CloseCodes.CLOSED_ABNORMALLY, "");
    }

    /** Closing writes to the network too, so it happens elsewhere. */
    private void cut(CloseCodes code, String reason) {
        if (!closed) {
            closed = true;
            waiting.clear();
            executor.execute(() -> end(code, reason));
        }
    }

    private void end(CloseCodes code, String reason) {
        try {
            if (code == CloseCodes.CLOSED_ABNORMALLY) {
                session.close();
            } else {
                session.close(new CloseReason(code, reason));
            }
        } catch (IOException | RuntimeException gone) {
            LOGGER.log(Level.DEBUG, "live.close_failed session=" + session.getId(), gone);
        }
    }
}
