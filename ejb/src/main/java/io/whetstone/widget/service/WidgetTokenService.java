package io.whetstone.widget.service;

import io.whetstone.access.service.AccessPolicy;
import io.whetstone.access.service.Permission;
import io.whetstone.chat.service.ChatService;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.service.TenantScoped;
import io.whetstone.widget.service.internal.WebOrigin;
import io.whetstone.widget.service.internal.WidgetTokens;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Tokens for the visitors of embedded chats, asked for by the server of the page with its service key. */
@Stateless
@RolesAllowed("user")
@TenantScoped
public class WidgetTokenService {
    @Inject
    ChatService chat;

    @Inject
    WidgetTokens tokens;

    @Inject
    AccessPolicy access;

    @Inject
    WidgetConfig config;

    @Inject
    Clock clock;

    public WidgetTokenView issue(UUID workspaceId, @Valid IssueWidgetToken command) {
        access.require(Permission.CHAT_USE, workspaceId);

        var origins = origins(command.origins());
        command.models().forEach(name -> chat.named(workspaceId, name));
        var life = command.lifeSeconds() == null ? config.tokenLife() : Duration.ofSeconds(command.lifeSeconds());
        return tokens.issue(
                command.visitor(), origins, command.models(), clock.instant().plus(life));
    }

    private static List<String> origins(List<String> given) {
        var origins = new ArrayList<String>();
        for (var i = 0; i < given.size(); i++) {
            var pointer = "/origins/" + i;
            origins.add(WebOrigin.parse(given.get(i))
                    .orElseThrow(() -> ProblemException.invalid(pointer, "is no origin such as https://shop.example")));
        }
        return origins;
    }
}
