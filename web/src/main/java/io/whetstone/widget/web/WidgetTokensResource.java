package io.whetstone.widget.web;

import io.whetstone.access.web.Access;
import io.whetstone.kernel.service.PrincipalKind;
import io.whetstone.kernel.service.Scope;
import io.whetstone.kernel.web.CurrentWorkspace;
import io.whetstone.widget.service.IssueWidgetToken;
import io.whetstone.widget.service.WidgetTokenService;
import io.whetstone.widget.service.WidgetTokenView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/widget/tokens}: a token for one visitor of a page, for the page's server and its service key. */
@Path("widget/tokens")
@Tag(name = "Widget")
@ApplicationScoped
@Access(value = Scope.PRODUCTION, kinds = PrincipalKind.SERVICE_KEY)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class WidgetTokensResource {
    @Inject
    WidgetTokenService tokens;

    @Inject
    CurrentWorkspace workspace;

    /** Told once, and kept nowhere. */
    @POST
    @APIResponseSchema(value = WidgetTokenView.class, responseCode = "201")
    public Response issue(@NotNull @Valid IssueWidgetToken request) {
        return Response.status(Status.CREATED)
                .entity(tokens.issue(workspace.id(), request))
                .build();
    }
}
