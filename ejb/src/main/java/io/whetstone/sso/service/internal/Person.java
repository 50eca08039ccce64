package io.whetstone.sso.service.internal;

import java.util.List;
import java.util.Optional;

/**
 * Whom a provider proved.
 *
 * @param verified whether the provider vouches for the address
 */
record Person(
        String issuer,
        String subject,
        Optional<String> email,
        boolean verified,
        Optional<String> name,
        List<String> groups) {}
