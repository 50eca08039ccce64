package io.whetstone.sso.service.internal;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/** Puts what a person typed into filters and names, so that it stays a value and never becomes syntax. */
final class LdapText {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(email|user|dn)}");

    private LdapText() {}

    /** A filter with its placeholders filled (RFC 4515, section 3). */
    static String filter(String template, Map<String, String> values) {
        return fill(template, values, LdapText::filterValue);
    }

    /** A name with its placeholders filled (RFC 4514, section 2.4). */
    static String name(String template, Map<String, String> values) {
        return fill(template, values, value -> Rdn.escapeValue(value));
    }

    /** Everything but letters and digits as its bytes: no character has a meaning of its own then. */
    static String filterValue(String value) {
        var escaped = new StringBuilder();
        for (var octet : value.getBytes(StandardCharsets.UTF_8)) {
            if (Character.isLetterOrDigit(octet) && octet > 0) {
                escaped.append((char) octet);
            } else {
                escaped.append("\\%02x".formatted(octet & 0xff));
            }
        }
        return escaped.toString();
    }

    /** Whether a text is a distinguished name (RFC 4514) of at least one part. */
    static boolean isName(String text) {
        try {
            return !new LdapName(text).isEmpty();
        } catch (InvalidNameException malformed) {
            return false;
        }
    }

    private static String fill(String template, Map<String, String> values, UnaryOperator<String> escape) {
        return PLACEHOLDER
                .matcher(template)
                .replaceAll(found -> Matcher.quoteReplacement(escape.apply(values.getOrDefault(found.group(1), ""))));
    }
}
