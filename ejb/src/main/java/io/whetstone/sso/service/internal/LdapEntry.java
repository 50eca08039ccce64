package io.whetstone.sso.service.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.naming.NamingException;
import javax.naming.directory.Attributes;
import javax.naming.directory.SearchResult;

/** An entry of a directory; binary values are read as hexadecimal digits. */
record LdapEntry(String dn, Attributes attributes) {
    static LdapEntry of(SearchResult found) {
        return new LdapEntry(found.getNameInNamespace(), found.getAttributes());
    }

    Optional<String> first(String name) throws NamingException {
        return all(name).stream().findFirst();
    }

    List<String> all(String name) throws NamingException {
        var attribute = attributes.get(name);
        var values = new ArrayList<String>();
        for (var i = 0; attribute != null && i < attribute.size(); i++) {
            var value = attribute.get(i);
            values.add(value instanceof byte[] bytes ? text(name, bytes) : String.valueOf(value));
        }
        return values;
    }

    private static String text(String name, byte[] bytes) {
        return name.startsWith("object") ? HexFormat.of().formatHex(bytes) : new String(bytes, StandardCharsets.UTF_8);
    }
}
