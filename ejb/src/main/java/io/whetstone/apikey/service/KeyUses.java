package io.whetstone.apikey.service;

import io.whetstone.apikey.service.internal.RunningUse;
import io.whetstone.apikey.service.internal.UseBook;
import io.whetstone.apikey.service.internal.UseFile.Noted;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Counts what each request of a key uses, once, whatever is killed meanwhile: it is noted in a file of the home while
 * it runs, and the database takes it from there (ADR 0021).
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class KeyUses {
    private static final Logger LOGGER = System.getLogger(KeyUses.class.getName());
    private static final int ROUND_SECONDS = 2;

    @Resource(lookup = "concurrent/schedule")
    ManagedScheduledExecutorService executor;

    @Inject
    ApiKeyConfig config;

    @Inject
    KeyBudgets budgets;

    @Inject
    Clock clock;

    private UseBook book;
    private ScheduledFuture<?> rounds;

    @PostConstruct
    @SuppressWarnings("NullAway.Init")
    void start() {
        book = new UseBook(config.usesFolder());
        rounds = executor.scheduleWithFixedDelay(this::countLeft, 0, ROUND_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        rounds.cancel(false);
    }

    /** Begins to count a request of a key; whoever gets it closes it. */
    public KeyUse begin(UUID keyId) {
        return new RunningUse(book, keyId, clock, this::count);
    }

    private void count(Noted noted) {
        budgets.count(noted.useId(), noted.keyId(), noted.at(), noted.tokens());
    }

    private void countLeft() {
        try {
            book.countLeft(clock.instant(), this::count);
        } catch (RuntimeException away) {
            LOGGER.log(Level.WARNING, "api_key.uses_deferred", away);
        }
    }
}
