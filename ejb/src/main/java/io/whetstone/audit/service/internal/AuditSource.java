package io.whetstone.audit.service.internal;

import io.whetstone.audit.entity.AuditActor;
import io.whetstone.audit.entity.AuditOrigin;
import io.whetstone.kernel.EnumText;
import io.whetstone.kernel.service.Audited;
import io.whetstone.kernel.service.Caller;
import io.whetstone.kernel.service.Origin;
import io.whetstone.kernel.service.Principal;
import io.whetstone.kernel.service.PrincipalKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Who does what is being done now, and from where. */
@ApplicationScoped
public class AuditSource {
    @Inject
    Caller caller;

    @Inject
    Origin origin;

    AuditActor actor(Audited audited) {
        if (audited.bySystem()) {
            return AuditActor.SYSTEM;
        }
        return caller.find().map(AuditSource::actor).orElseGet(() -> unproved(audited.by()));
    }

    private AuditActor unproved(Audited.@Nullable Person by) {
        if (by != null) {
            return by.proved() ? AuditActor.person(by.id()) : AuditActor.claimed(by.id());
        }
        return origin().address().isEmpty() ? AuditActor.SYSTEM : AuditActor.NOBODY;
    }

    /** A key of another server acts itself, for the person that it named. */
    static AuditActor actor(Principal principal) {
        var kind = EnumText.of(principal.kind());
        return principal.kind() == PrincipalKind.SERVICE_KEY
                ? new AuditActor(principal.credentialId(), kind, principal.credentialId(), principal.id())
                : new AuditActor(principal.id(), kind, principal.credentialId(), null);
    }

    AuditOrigin origin() {
        try {
            return new AuditOrigin(origin.address(), origin.userAgent(), origin.requestId());
        } catch (ContextNotActiveException noRequest) {
            return new AuditOrigin("", "", "");
        }
    }
}
