package io.whetstone.sso.service.internal;

import io.whetstone.kernel.StorableText;
import io.whetstone.sso.service.SsoFailure;
import io.whetstone.sso.service.SsoReason;
import java.util.List;
import java.util.Optional;

/**
 * Whom a provider proved. An address or a name with the character U+0000, which the database cannot keep, is none.
 *
 * @param verified whether the provider vouches for the address
 */
record Person(
        String issuer,
        String subject,
        Optional<String> email,
        boolean verified,
        Optional<String> name,
        List<String> groups) {
    Person {
        if (!StorableText.is(subject)) {
            throw new SsoFailure(SsoReason.TOKEN_INVALID, "the subject contains U+0000");
        }
        email = email.filter(StorableText::is);
        name = name.filter(StorableText::is);
    }
}
