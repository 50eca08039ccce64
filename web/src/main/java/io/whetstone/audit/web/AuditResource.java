package io.whetstone.audit.web;

import io.whetstone.access.web.Access;
import io.whetstone.audit.service.AuditChainView;
import io.whetstone.audit.service.AuditEventView;
import io.whetstone.audit.service.AuditService;
import io.whetstone.kernel.Cursor;
import io.whetstone.kernel.Page;
import io.whetstone.kernel.service.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /api/admin/audit}: the audit log of the installation, for administrators. */
@Path("admin/audit")
@Tag(name = "Audit log")
@ApplicationScoped
@Access(Scope.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {
    @Inject
    AuditService audit;

    @GET
    public Page<AuditEventView> list(
            @BeanParam AuditQuery query,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        return audit.list(query.filter(), Cursor.parse(cursor), Page.limit(limit));
    }

    /** All rows that the filter finds, as a file: {@code csv} or {@code jsonl}. */
    @GET
    @Path("download")
    @Produces({"text/csv", "application/jsonl"})
    public Response download(@BeanParam AuditQuery query, @QueryParam("format") @Nullable String format) {
        var filter = query.filter();
        return new AuditDownload(after -> audit.list(filter, after, Page.MAX_LIMIT)).as(format);
    }

    /** Up to where the chain over the log was found whole. */
    @GET
    @Path("chain")
    public AuditChainView chain() {
        return audit.chain();
    }
}
