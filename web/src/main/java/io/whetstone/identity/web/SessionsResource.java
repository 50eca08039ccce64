package io.whetstone.identity.web;

import io.whetstone.access.web.Access;
import io.whetstone.identity.session.service.OpenSessionView;
import io.whetstone.identity.session.service.SessionService;
import io.whetstone.kernel.Page;
import io.whetstone.kernel.service.PrincipalKind;
import io.whetstone.kernel.service.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/me/sessions}: where the caller is signed in. */
@Path("me/sessions")
@Tag(name = "Profile")
@ApplicationScoped
@Access(value = Scope.ALL, kinds = PrincipalKind.USER)
@Produces(MediaType.APPLICATION_JSON)
public class SessionsResource {
    /** How many sessions were ended. */
    public record Ended(int ended) {}

    @Inject
    SessionService sessions;

    @GET
    public Page<OpenSessionView> list() {
        return new Page<>(sessions.list(), null);
    }

    @DELETE
    @Path("{sessionId}")
    public void end(@PathParam("sessionId") UUID sessionId) {
        sessions.end(sessionId);
    }

    @POST
    @Path("end-others")
    public Ended endOthers() {
        return new Ended(sessions.endOthers());
    }
}
