package io.whetstone.apikey.service;

import io.whetstone.apikey.entity.ApiKey;
import io.whetstone.apikey.entity.ApiKeyRepository;
import io.whetstone.apikey.entity.KeyMonthRepository;
import io.whetstone.kernel.service.Audited;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Makes the views of keys, with what each has used this month, and tells the audit log about a change. */
@ApplicationScoped
public class KeyAnnouncer {
    @Inject
    ApiKeyRepository keys;

    @Inject
    KeyMonthRepository months;

    @Inject
    Event<Audited> audit;

    @Inject
    Clock clock;

    List<ApiKeyView> views(List<ApiKey> found) {
        var month = BudgetMonth.of(clock.instant());
        var used = months.used(found.stream().map(ApiKey::id).toList(), month.first());
        return found.stream()
                .map(key -> ApiKeyView.of(key, used.getOrDefault(key.id(), 0L), month))
                .toList();
    }

    /** Writes a change out and keeps it in the audit log. */
    ApiKeyView announce(String action, ApiKey key) {
        keys.flush();
        var after = Map.<String, Object>of(
                "name",
                key.name(),
                "kind",
                key.kind().name(),
                "scopes",
                key.limits().scopes());
        audit.fire(new Audited(action, key.workspaceId(), "api_key", key.id(), Map.of(), after));
        return views(List.of(key)).get(0);
    }
}
