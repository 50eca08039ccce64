package io.whetstone.sso.service;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Where an issuer puts what we need. A name may be a path with dots, as in {@code realm_access.roles}.
 *
 * @param groups may lead to a text, or to a list of texts
 */
public record ClaimNames(
        @NotBlank @Size(max = 200) String email,
        @NotBlank @Size(max = 200) String name,
        @NotBlank @Size(max = 200) String groups) {}
