package io.whetstone.sso.service;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * How a directory is asked; the password of {@code bindDn} is kept apart. {@code {email}} and {@code {user}} in a
 * filter or template stand for what was typed and for its part before the {@code @}, escaped for the place.
 *
 * @param server {@code ldap://host:389} or {@code ldaps://host:636}
 * @param startTls encrypts an {@code ldap} connection before anything is said
 * @param certificateAuthority certificates (PEM) that are trusted in the place of the usual ones
 * @param userFilter finds exactly one entry below {@code baseDn} (RFC 4515)
 * @param bindDn who searches; null when people's own names make their DN, by {@code userDnTemplate}
 * @param timeoutSeconds for the connection and for each answer
 */
public record LdapSettings(
        @NotNull URI server,
        boolean startTls,
        @Nullable @Size(max = 100_000) String certificateAuthority,
        @NotBlank @Size(max = 500) String baseDn,
        @NotBlank @Size(max = 500) String userFilter,
        @Nullable @Size(max = 500) String bindDn,
        @Nullable @Size(max = 500) String userDnTemplate,
        @NotNull @Valid Attributes attributes,
        @Nullable @Valid Groups groups,
        @Min(1) @Max(60) int timeoutSeconds) {

    /**
     * Attributes of a person's entry.
     *
     * @param subject what never changes: {@code entryUUID}, {@code objectGUID}
     * @param memberOf lists the DNs of the person's groups; null when it does not exist
     */
    public record Attributes(
            @NotBlank @Size(max = 100) String email,
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 100) String subject,
            @Nullable @Size(max = 100) String memberOf) {}

    /**
     * Where groups are searched.
     *
     * @param filter with {@code {dn}} for the person's entry and {@code {user}} as above
     * @param name the attribute that names a group
     */
    public record Groups(
            @NotBlank @Size(max = 500) String baseDn,
            @NotBlank @Size(max = 500) String filter,
            @NotBlank @Size(max = 100) String name) {}
}
