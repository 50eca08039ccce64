package io.whetstone.identity.entity;

/** What a person may do on this installation, apart from the workspaces they belong to. */
public enum UserRole {
    USER,
    ADMIN
}
