package io.whetstone.sso.service.internal;

import io.whetstone.sso.service.CheckView;
import io.whetstone.sso.service.LdapSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;

/** Tries a directory's settings out: the connection, the bind, and the look-up of one person. */
@ApplicationScoped
public class LdapCheck {
    @Inject
    LdapDirectories directories;

    public CheckView run(Provider draft, @Nullable String email) {
        var steps = new Steps();
        var settings = draft.directory();
        steps.tryOut("Connection and bind", () -> {
            try (var connection = directories.connect(draft)) {
                var found = connection.search(settings.baseDn(), "(objectClass=*)", 1, "objectClass");
                return encryption(settings) + (found.isEmpty() ? "; nothing is visible below the base DN" : "");
            }
        });
        if (email != null && steps.view().ok()) {
            steps.tryOut("Person", () -> person(draft, email));
        }
        return steps.view();
    }

    private String person(Provider draft, String email) throws NamingException {
        if (draft.directory().userDnTemplate() != null) {
            return "With a template people search as themselves: sign in to try it";
        }
        var typed = LdapDirectories.typed(email);
        try (var connection = directories.connect(draft)) {
            var entry = directories
                    .find(draft.directory(), connection, typed)
                    .orElseThrow(() -> new UpstreamException("The user filter finds no entry, or several"));
            var person = directories.person(draft, connection, entry, typed);
            return "%s, %s, address %s, groups %s"
                    .formatted(
                            entry.dn(),
                            person.name().orElse("no name"),
                            person.email().orElse("missing"),
                            person.groups());
        }
    }

    private static String encryption(LdapSettings settings) {
        if ("ldaps".equals(settings.server().getScheme())) {
            return "Encrypted (LDAPS)";
        }
        return settings.startTls() ? "Encrypted (StartTLS)" : "Not encrypted: passwords can be read on the way";
    }
}
