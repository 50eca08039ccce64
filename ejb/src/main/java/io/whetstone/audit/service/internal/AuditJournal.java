package io.whetstone.audit.service.internal;

import io.whetstone.audit.entity.AuditEvent;
import io.whetstone.audit.entity.AuditRepository;
import io.whetstone.kernel.service.SystemScoped;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Keeps events of nothing that was changed, such as a refusal, in a transaction of their own. */
@Stateless
@PermitAll
@SystemScoped
public class AuditJournal {
    @Inject
    AuditRepository log;

    public void add(AuditEvent event) {
        log.add(event);
    }
}
