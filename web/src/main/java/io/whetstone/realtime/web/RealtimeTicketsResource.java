package io.whetstone.realtime.web;

import io.whetstone.access.web.Access;
import io.whetstone.kernel.service.Scope;
import io.whetstone.realtime.service.TicketService;
import io.whetstone.realtime.service.TicketView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/realtime/tickets}: gives out what {@code /live?ticket=…} asks for. */
@Path("realtime/tickets")
@Tag(name = "Live")
@ApplicationScoped
@Access(Scope.READ)
@Produces(MediaType.APPLICATION_JSON)
public class RealtimeTicketsResource {
    @Inject
    TicketService tickets;

    @POST
    public TicketView issue() {
        return tickets.issue();
    }
}
