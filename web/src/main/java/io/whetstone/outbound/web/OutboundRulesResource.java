package io.whetstone.outbound.web;

import io.whetstone.access.web.Access;
import io.whetstone.kernel.Cursor;
import io.whetstone.kernel.Page;
import io.whetstone.kernel.service.Scope;
import io.whetstone.kernel.web.IfMatch;
import io.whetstone.outbound.service.AddressCheckService;
import io.whetstone.outbound.service.AddressCheckView;
import io.whetstone.outbound.service.ChangeOutboundRule;
import io.whetstone.outbound.service.CheckAddress;
import io.whetstone.outbound.service.CreateOutboundRule;
import io.whetstone.outbound.service.OutboundRuleService;
import io.whetstone.outbound.service.OutboundRuleView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /api/admin/outbound-rules}: what the server may reach in a private network, for administrators. */
@Path("admin/outbound-rules")
@Tag(name = "Outbound rules")
@ApplicationScoped
@Access(Scope.ADMIN)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class OutboundRulesResource {
    @Inject
    OutboundRuleService rules;

    @Inject
    AddressCheckService checks;

    @Context
    UriInfo uri;

    @GET
    public Page<OutboundRuleView> list(
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable Integer limit) {
        return rules.list(Cursor.parse(cursor), Page.limit(limit));
    }

    @GET
    @Path("{ruleId}")
    public OutboundRuleView find(@PathParam("ruleId") UUID ruleId) {
        return rules.find(ruleId);
    }

    @POST
    @APIResponseSchema(value = OutboundRuleView.class, responseCode = "201")
    public Response create(@NotNull @Valid CreateOutboundRule request) {
        var rule = rules.create(request);
        var location = uri.getAbsolutePathBuilder().path(rule.id().toString()).build();
        return Response.created(location).entity(rule).build();
    }

    @PATCH
    @Path("{ruleId}")
    public OutboundRuleView change(
            @PathParam("ruleId") UUID ruleId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ChangeOutboundRule request) {
        return rules.change(ruleId, IfMatch.version(ifMatch), request);
    }

    @DELETE
    @Path("{ruleId}")
    @APIResponse(responseCode = "204")
    public void delete(@PathParam("ruleId") UUID ruleId, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        rules.delete(ruleId, IfMatch.version(ifMatch));
    }

    /** Tells whether the server would ask an address, and why; it connects to nothing. */
    @POST
    @Path("check")
    public AddressCheckView check(@NotNull @Valid CheckAddress request) {
        return checks.check(request);
    }
}
