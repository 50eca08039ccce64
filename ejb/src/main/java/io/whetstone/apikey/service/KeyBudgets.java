package io.whetstone.apikey.service;

import io.whetstone.apikey.entity.KeyMonthRepository;
import io.whetstone.kernel.ProblemType;
import io.whetstone.kernel.RetryLaterException;
import io.whetstone.kernel.service.SystemScoped;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * What keys use of the tokens that they have a month. A request is refused once the budget is used up; those that began
 * before end in peace, so the last ones may go beyond it.
 */
@Stateless
@PermitAll
@SystemScoped
public class KeyBudgets {
    @Inject
    KeyMonthRepository months;

    @Inject
    Clock clock;

    /** Refuses when the key has used all that it may this month. */
    public void requireLeft(UUID keyId) {
        var now = clock.instant();
        var month = BudgetMonth.of(now);
        months.budget(keyId, month.first())
                .filter(KeyMonthRepository.Budget::isUsedUp)
                .ifPresent(budget -> {
                    throw new RetryLaterException(
                            ProblemType.BUDGET_EXHAUSTED,
                            Duration.between(now, month.renewsAt()),
                            "This key has used its %d tokens of this month; the budget renews at %s"
                                    .formatted(budget.limit(), month.renewsAt()));
                });
    }

    /** Counts what a request has used until a moment, once, however often it is asked to. */
    public void count(UUID useId, UUID keyId, Instant at, long tokens) {
        months.add(useId, keyId, BudgetMonth.of(at).first(), tokens);
    }
}
