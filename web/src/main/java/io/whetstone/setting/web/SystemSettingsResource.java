package io.whetstone.setting.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.whetstone.access.web.Access;
import io.whetstone.kernel.service.Scope;
import io.whetstone.kernel.web.IfMatch;
import io.whetstone.setting.service.SettingsView;
import io.whetstone.setting.service.SystemSettingService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /api/admin/settings}: what administrators can change while the installation runs. */
@Path("admin/settings")
@Tag(name = "Settings")
@ApplicationScoped
@Access(Scope.ADMIN)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class SystemSettingsResource {
    @Inject
    SystemSettingService settings;

    @GET
    public SettingsView get() {
        return settings.get();
    }

    /** Sets what is given; null resets a setting to its default. */
    @PATCH
    public SettingsView change(
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @NotNull Map<String, JsonNode> changes) {
        return settings.change(IfMatch.version(ifMatch), changes);
    }
}
