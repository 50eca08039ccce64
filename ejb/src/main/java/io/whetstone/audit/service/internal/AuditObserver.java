package io.whetstone.audit.service.internal;

import io.whetstone.audit.entity.AuditEvent;
import io.whetstone.audit.entity.AuditFacts;
import io.whetstone.audit.entity.AuditRepository;
import io.whetstone.kernel.service.Audited;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes every {@link Audited} into the transaction of the change: both are there, or neither. */
@ApplicationScoped
public class AuditObserver {
    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transactions;

    @Inject
    AuditRepository log;

    @Inject
    AuditJournal journal;

    @Inject
    AuditSource source;

    @Inject
    RefusalLimit refusals;

    @Inject
    SealTimer seals;

    void record(@Observes Audited audited) {
        if (transactions.getTransactionStatus() == Status.STATUS_ACTIVE) {
            log.add(event(audited, audited.after()));
            return;
        }
        var actor = source.actor(audited);
        var origin = source.origin();
        refusals.admit("%s %s %s".formatted(audited.action(), actor.id(), origin.address()))
                .ifPresent(untold -> {
                    var after = new LinkedHashMap<>(audited.after());
                    if (untold > 0) {
                        after.put("moreBefore", untold);
                    }
                    journal.add(event(audited, after));
                    seals.wake();
                });
    }

    void committed(@Observes(during = TransactionPhase.AFTER_SUCCESS) Audited audited) {
        seals.wake();
    }

    private AuditEvent event(Audited audited, Map<String, Object> after) {
        var facts = new AuditFacts(
                audited.action(),
                audited.workspaceId(),
                audited.subject(),
                audited.subjectId(),
                AuditFields.changed(audited.before(), after),
                AuditFields.changed(after, audited.before()));
        return new AuditEvent(facts, source.actor(audited), source.origin());
    }
}
