package io.whetstone.apikey.service.internal;

import io.whetstone.apikey.service.KeyUse;
import io.whetstone.apikey.service.internal.UseFile.Noted;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Consumer;

/** A use on its way, noted in its file until the database has counted it. */
public final class RunningUse implements KeyUse {
    private static final Logger LOGGER = System.getLogger(RunningUse.class.getName());

    private final UseBook book;
    private final Clock clock;
    private final Consumer<Noted> count;
    private final UseFile file;
    private Noted noted;
    private boolean closed;

    public RunningUse(UseBook book, UUID keyId, Clock clock, Consumer<Noted> count) {
        this.book = book;
        this.clock = clock;
        this.count = count;
        this.noted = new Noted(UUID.randomUUID(), keyId, clock.instant(), 0);
        this.file = book.begin(noted);
    }

    @Override
    public synchronized void used(long tokensSoFar) {
        if (closed || tokensSoFar == noted.tokens()) {
            return;
        }
        noted = new Noted(noted.useId(), noted.keyId(), clock.instant(), tokensSoFar);
        try {
            file.note(noted);
        } catch (IOException failure) {
            LOGGER.log(Level.WARNING, "api_key.use_not_noted use=" + noted, failure);
        }
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (file) {
            if (noted.tokens() > 0) {
                count.accept(noted);
            }
            file.remove();
        } catch (IOException failure) {
            LOGGER.log(Level.WARNING, "api_key.use_not_removed use=" + noted, failure);
        } catch (RuntimeException away) {
            // The answer is the caller's all the same; the file is counted when the database is back.
            LOGGER.log(Level.WARNING, "api_key.use_deferred use=" + noted, away);
        } finally {
            book.leave(noted.useId());
        }
    }
}
