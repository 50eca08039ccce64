package io.whetstone.workspace.entity;

import io.whetstone.kernel.EnumConverter;
import jakarta.persistence.Converter;

/** {@link WorkspaceKind} as text. */
@Converter(autoApply = true)
public class WorkspaceKindConverter extends EnumConverter<WorkspaceKind> {
    public WorkspaceKindConverter() {
        super(WorkspaceKind.class);
    }
}
