package io.whetstone.flag.web;

import io.whetstone.access.web.Access;
import io.whetstone.flag.service.FlagReach;
import io.whetstone.flag.service.FlagRuleView;
import io.whetstone.flag.service.FlagService;
import io.whetstone.flag.service.FlagView;
import io.whetstone.flag.service.SaveFlagRule;
import io.whetstone.kernel.Page;
import io.whetstone.kernel.service.Scope;
import io.whetstone.kernel.web.IfMatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /api/admin/flags}: who gets which feature. */
@Path("admin/flags")
@Tag(name = "Feature flags")
@ApplicationScoped
@Access(Scope.ADMIN)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class FlagRulesResource {
    @Inject
    FlagService flags;

    @Context
    UriInfo uri;

    /** Every flag that the code declares, with its rules. */
    @GET
    public Page<FlagView> list() {
        return new Page<>(flags.list(), null);
    }

    /** Who has the feature as the rules are now. */
    @GET
    @Path("{flag}/reach")
    public FlagReach reach(@PathParam("flag") String flag) {
        return flags.reach(flag);
    }

    @POST
    @Path("{flag}/rules")
    @APIResponseSchema(value = FlagRuleView.class, responseCode = "201")
    public Response addRule(@PathParam("flag") String flag, @NotNull @Valid SaveFlagRule rule) {
        var added = flags.add(flag, rule);
        var location = uri.getAbsolutePathBuilder().path(added.id().toString()).build();
        return Response.created(location).entity(added).build();
    }

    @PUT
    @Path("{flag}/rules/{ruleId}")
    public FlagRuleView changeRule(
            @PathParam("flag") String flag,
            @PathParam("ruleId") UUID ruleId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid SaveFlagRule rule) {
        return flags.change(flag, ruleId, IfMatch.version(ifMatch), rule);
    }

    @DELETE
    @Path("{flag}/rules/{ruleId}")
    public void removeRule(
            @PathParam("flag") String flag,
            @PathParam("ruleId") UUID ruleId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        flags.remove(flag, ruleId, IfMatch.version(ifMatch));
    }
}
