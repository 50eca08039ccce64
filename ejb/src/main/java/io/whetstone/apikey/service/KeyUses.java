package io.whetstone.apikey.service;

import io.whetstone.apikey.service.internal.RunningUse;
import io.whetstone.apikey.service.internal.UseBook;
import io.whetstone.apikey.service.internal.UseFile.Noted;
import io.whetstone.kernel.service.Rounds;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/**
 * Counts what each request of a key uses, once, whatever is killed meanwhile: it is noted in a file of the home while
 * it runs, and the database takes it from there (ADR 0021).
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class KeyUses {
    private static final Duration PAUSE = Duration.ofSeconds(2);

    @Inject
    Rounds rounds;

    @Inject
    ApiKeyConfig config;

    @Inject
    KeyBudgets budgets;

    @Inject
    Clock clock;

    private UseBook book;

    @PostConstruct
    @SuppressWarnings("NullAway.Init")
    void start() {
        book = new UseBook(config.usesFolder());
        rounds.every(Duration.ZERO, PAUSE, "api_key.uses_deferred", () -> book.countLeft(clock.instant(), this::count));
    }

    /** Begins to count a request of a key; whoever gets it closes it. */
    public KeyUse begin(UUID keyId) {
        return new RunningUse(book, keyId, clock, this::count);
    }

    private void count(Noted noted) {
        budgets.count(noted.useId(), noted.keyId(), noted.at(), noted.tokens());
    }
}
