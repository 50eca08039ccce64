package io.whetstone.apikey.service;

import io.whetstone.apikey.entity.ApiKey;
import io.whetstone.apikey.entity.ApiKeyKind;
import io.whetstone.apikey.entity.ApiKeyRepository;
import io.whetstone.identity.service.People;
import io.whetstone.identity.service.People.Person;
import io.whetstone.kernel.EnumText;
import io.whetstone.kernel.service.Scope;
import io.whetstone.kernel.service.SystemScoped;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a key may at this moment, for the tokens that were made with it: they end when it does. */
@Stateless
@PermitAll
@SystemScoped
public class LiveKeys {
    @Inject
    ApiKeyRepository keys;

    @Inject
    People people;

    @Inject
    Clock clock;

    /** A key that works. */
    public record LiveKey(UUID workspaceId, ApiKeyKind kind, List<String> scopes, List<String> models) {
        static LiveKey of(ApiKey key) {
            return new LiveKey(
                    key.workspaceId(),
                    key.kind(),
                    key.limits().scopes(),
                    key.limits().models());
        }

        public boolean covers(Scope scope) {
            return scopes.contains(EnumText.of(Scope.ALL)) || scopes.contains(EnumText.of(scope));
        }

        public boolean mayAsk(String model) {
            return models.isEmpty() || models.contains(model);
        }
    }

    /** Empty when the key was revoked or has expired, or when its person is not active any more. */
    public Optional<LiveKey> find(UUID keyId) {
        return keys.find(keyId)
                .filter(key -> key.isLive(clock.instant()))
                .filter(key -> people.find(key.userId()).filter(Person::active).isPresent())
                .map(LiveKey::of);
    }
}
