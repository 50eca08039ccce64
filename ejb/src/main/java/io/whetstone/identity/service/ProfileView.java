package io.whetstone.identity.service;

import io.whetstone.access.service.MembershipView;
import io.whetstone.identity.entity.UserRole;
import java.util.List;
import java.util.UUID;

/** The caller, and the workspaces that the caller belongs to. */
public record ProfileView(
        UUID id,
        String email,
        String displayName,
        List<UserRole> roles,
        boolean mustChangePassword,
        boolean secondFactor,
        List<MembershipView> workspaces) {}
