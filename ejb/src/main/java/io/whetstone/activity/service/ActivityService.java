package io.whetstone.activity.service;

import io.whetstone.access.service.AccessPolicy;
import io.whetstone.access.service.Permission;
import io.whetstone.activity.entity.ActivityRepository;
import io.whetstone.activity.entity.ActivityRepository.Filter;
import io.whetstone.kernel.Cursor;
import io.whetstone.kernel.Page;
import io.whetstone.kernel.service.TenantScoped;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The feed of a workspace. */
@Stateless
@RolesAllowed("user")
@TenantScoped
public class ActivityService {
    @Inject
    ActivityRepository activities;

    @Inject
    AccessPolicy access;

    /** Newest first; a person and a kind narrow it down. */
    public Page<ActivityView> list(
            UUID workspaceId, @Nullable UUID person, @Nullable String kind, @Nullable Cursor after, int limit) {
        access.require(Permission.ACTIVITY_READ, workspaceId);
        return Page.of(
                activities.newest(workspaceId, new Filter(person, kind), after, limit),
                limit,
                it -> new Cursor(it.at(), it.id()),
                ActivityView::of);
    }
}
