package io.whetstone.notification.service;

import io.whetstone.access.service.AccessPolicy;
import io.whetstone.kernel.service.TenantScoped;
import io.whetstone.notification.entity.NotificationKind;
import io.whetstone.notification.entity.PreferenceRepository;
import io.whetstone.notification.entity.PreferenceRepository.Ways;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.util.List;

/** What the caller wants to be told of. */
@Stateless
@RolesAllowed("user")
@TenantScoped
public class NotificationPreferenceService {
    @Inject
    PreferenceRepository preferences;

    @Inject
    AccessPolicy access;

    /** One for each kind that there is. */
    public List<PreferenceView> list() {
        return preferences.of(access.requireSelf()).entrySet().stream()
                .map(entry -> new PreferenceView(
                        entry.getKey(),
                        entry.getValue().inApp(),
                        entry.getValue().mail()))
                .toList();
    }

    public PreferenceView change(NotificationKind kind, @Valid ChangePreference command) {
        preferences.set(access.requireSelf(), kind, new Ways(command.inApp(), command.mail()));
        return new PreferenceView(kind, command.inApp(), command.mail());
    }
}
