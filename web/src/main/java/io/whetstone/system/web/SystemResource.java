package io.whetstone.system.web;

import io.whetstone.access.web.Access;
import io.whetstone.kernel.service.Scope;
import io.whetstone.system.service.SystemService;
import io.whetstone.system.service.SystemStatusView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/system}: how the installation is. */
@Path("system")
@Tag(name = "System")
@ApplicationScoped
@Access(Scope.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
public class SystemResource {
    @Inject
    SystemService system;

    @GET
    @Path("status")
    public SystemStatusView status() {
        return system.status();
    }
}
