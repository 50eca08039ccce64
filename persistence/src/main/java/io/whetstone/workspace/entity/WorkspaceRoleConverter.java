package io.whetstone.workspace.entity;

import io.whetstone.kernel.EnumConverter;
import jakarta.persistence.Converter;

/** {@link WorkspaceRole} as text. */
@Converter(autoApply = true)
public class WorkspaceRoleConverter extends EnumConverter<WorkspaceRole> {
    public WorkspaceRoleConverter() {
        super(WorkspaceRole.class);
    }
}
