package io.whetstone.sso.service;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;

/**
 * Whom a provider lets in, and as what.
 *
 * @param emailDomains whose people it knows; none means that it is offered to everybody
 * @param createAccounts a first sign-in makes an account, within the domains
 * @param linkAccounts it is trusted to say whose address within the domains it is: a first sign-in may find an account
 *     that was made here
 * @param membersOnly only members of a mapped group may sign in
 */
public record ProviderRules(
        @NotBlank @Size(max = 80) String buttonText,

        @NotNull @Size(max = 50)
        List<
                        @NotNull
                        @Pattern(regexp = "[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?", message = "must be a domain")
                        String>
                emailDomains,

        boolean createAccounts,
        boolean linkAccounts,
        boolean membersOnly,
        @NotNull @Valid @Size(max = 200) List<@NotNull GroupMapping> mappings) {

    /** Whether anything depends on the groups of a person. */
    public boolean asksForGroups() {
        return membersOnly || !mappings.isEmpty();
    }

    /** Whether an address belongs to one of its domains. A subdomain is another domain. */
    public boolean covers(String email) {
        var domain = email.substring(email.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        return emailDomains.stream()
                .anyMatch(own -> own.toLowerCase(Locale.ROOT).equals(domain));
    }
}
