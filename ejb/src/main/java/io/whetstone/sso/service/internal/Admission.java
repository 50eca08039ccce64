package io.whetstone.sso.service.internal;

import io.whetstone.access.entity.WorkspaceRole;
import io.whetstone.identity.entity.UserRole;
import io.whetstone.sso.service.GroupMapping;
import io.whetstone.sso.service.ProviderRules;
import io.whetstone.sso.service.SsoFailure;
import io.whetstone.sso.service.SsoReason;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What a person's groups make of them here.
 *
 * @param role the role on the installation; empty when no mapping speaks of roles, and the present one stays
 * @param workspaces the role in each workspace that a mapping names
 */
record Admission(Optional<UserRole> role, Map<UUID, WorkspaceRole> workspaces) {
    static Admission of(ProviderRules rules, List<String> groups) {
        var own = new HashSet<>(groups);
        var matched = rules.mappings().stream()
                .filter(mapping -> own.contains(mapping.group()))
                .toList();
        if (rules.membersOnly() && matched.isEmpty()) {
            throw new SsoFailure(SsoReason.NOT_A_MEMBER, "groups=" + groups.size());
        }
        return new Admission(role(rules, matched), workspaces(matched));
    }

    private static Optional<UserRole> role(ProviderRules rules, List<GroupMapping> matched) {
        if (rules.mappings().stream().allMatch(mapping -> mapping.role() == null)) {
            return Optional.empty();
        }
        var admin = matched.stream().anyMatch(mapping -> mapping.role() == UserRole.ADMIN);
        return Optional.of(admin ? UserRole.ADMIN : UserRole.USER);
    }

    private static Map<UUID, WorkspaceRole> workspaces(List<GroupMapping> matched) {
        return matched.stream()
                .filter(mapping -> mapping.workspaceId() != null && mapping.workspaceRole() != null)
                .collect(Collectors.toMap(
                        mapping -> Objects.requireNonNull(mapping.workspaceId()),
                        mapping -> Objects.requireNonNull(mapping.workspaceRole()),
                        (one, other) -> one.includes(other) ? one : other));
    }
}
