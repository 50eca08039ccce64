package io.whetstone.widget.service.internal;

import io.whetstone.apikey.entity.ApiKeyKind;
import io.whetstone.apikey.service.LiveKeys;
import io.whetstone.apikey.service.LiveKeys.LiveKey;
import io.whetstone.identity.service.People;
import io.whetstone.identity.service.People.Person;
import io.whetstone.kernel.service.Principal;
import io.whetstone.kernel.service.PrincipalKind;
import io.whetstone.kernel.service.Scope;
import io.whetstone.widget.service.WidgetConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Tells what a visitor may do now: never more than the key that their token was asked for with. */
@ApplicationScoped
public class TokenVisitors {
    @Inject
    LiveKeys keys;

    @Inject
    People people;

    @Inject
    WidgetConfig config;

    /** What a token says. */
    public record Claims(UUID personId, UUID workspaceId, UUID keyId, List<String> models) {}

    /** Empty when the key or its person is gone, or when it may not ask any of the token's models any more. */
    public Optional<Principal> principal(Claims claims) {
        return keys.find(claims.keyId())
                .filter(key -> key.kind() == ApiKeyKind.SERVICE_KEY && key.covers(Scope.PRODUCTION))
                .filter(key ->
                        people.find(claims.personId()).filter(Person::active).isPresent())
                .map(key -> models(key, claims))
                .filter(models -> !models.isEmpty())
                .map(models -> new Principal(
                        claims.personId(),
                        PrincipalKind.WIDGET,
                        claims.keyId(),
                        claims.workspaceId(),
                        claims.workspaceId(),
                        Set.of(Principal.USER),
                        Set.of(Scope.PRODUCTION),
                        models,
                        config.requestsPerMinute()));
    }

    /** No names would mean all of them. */
    private static Set<String> models(LiveKey key, Claims claims) {
        return claims.models().stream().filter(key::mayAsk).collect(Collectors.toSet());
    }
}
