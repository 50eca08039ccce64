package io.whetstone.audit.service;

import io.whetstone.access.service.AccessPolicy;
import io.whetstone.access.service.Permission;
import io.whetstone.audit.entity.AuditEvent;
import io.whetstone.audit.entity.AuditFilter;
import io.whetstone.audit.entity.AuditRepository;
import io.whetstone.audit.service.internal.ChainWatch;
import io.whetstone.kernel.Cursor;
import io.whetstone.kernel.Page;
import io.whetstone.kernel.service.SystemScoped;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What administrators, of the installation and of a workspace, can read in the audit log. Nobody can change it. */
@Stateless
@RolesAllowed("user")
@SystemScoped
public class AuditService {
    @Inject
    AuditRepository log;

    @Inject
    ChainWatch watch;

    @Inject
    AccessPolicy access;

    /** Newest first. */
    public Page<AuditEventView> list(AuditFilter filter, @Nullable Cursor after, int limit) {
        access.requireAdministrator();

        return page(filter, after, limit);
    }

    /** The rows of one workspace, whatever workspace the filter names. */
    public Page<AuditEventView> listOf(UUID workspaceId, AuditFilter filter, @Nullable Cursor after, int limit) {
        access.require(Permission.AUDIT_READ, workspaceId);

        return page(filter.inWorkspace(workspaceId), after, limit);
    }

    public AuditChainView chain() {
        access.requireAdministrator();

        return watch.look();
    }

    private Page<AuditEventView> page(AuditFilter filter, @Nullable Cursor after, int limit) {
        return Page.of(log.newest(filter, after, limit), limit, AuditService::cursor, AuditEventView::of);
    }

    private static Cursor cursor(AuditEvent event) {
        return new Cursor(Objects.requireNonNull(event.at()), event.id());
    }
}
