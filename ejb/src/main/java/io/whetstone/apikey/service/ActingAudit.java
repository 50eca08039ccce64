package io.whetstone.apikey.service;

import io.whetstone.apikey.service.KeyRequestLog.Line;
import io.whetstone.kernel.service.Audited;
import io.whetstone.kernel.service.Principal;
import io.whetstone.kernel.service.SystemScoped;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Map;

/** Keeps in the audit log whatever another server does in somebody's name. */
@Stateless
@PermitAll
@SystemScoped
public class ActingAudit {
    @Inject
    Event<Audited> audit;

    public void record(Principal actedFor, Line line) {
        var after = Map.<String, Object>of("method", line.method(), "path", line.path(), "status", line.status());
        audit.fire(new Audited("service_key.acted", actedFor.workspaceId(), "user", actedFor.id(), Map.of(), after));
    }
}
