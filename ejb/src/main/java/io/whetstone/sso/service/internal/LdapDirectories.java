package io.whetstone.sso.service.internal;

import io.whetstone.kernel.ProblemException;
import io.whetstone.outbound.service.OutboundSockets;
import io.whetstone.sso.service.LdapSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.naming.AuthenticationException;
import javax.naming.NamingException;

/** Asks a directory who somebody is: finds the entry, tries the password as that entry, and reads the groups. */
@ApplicationScoped
public class LdapDirectories {
    private static final int MOST_GROUPS = 1000;

    @Inject
    OutboundSockets sockets;

    /** Whom an address and a password prove; empty when they prove nobody. */
    Optional<Person> authenticate(Provider provider, String email, String password) {
        if (password.isEmpty()) {
            return Optional.empty();
        }
        var typed = typed(email);
        try (var connection = LdapConnection.open(provider.directory(), sockets)) {
            return prove(provider, connection, typed, password);
        } catch (AuthenticationException refused) {
            throw new UpstreamException("The directory refuses the bind DN or its password", refused);
        } catch (NamingException failure) {
            throw failed(failure);
        } catch (ProblemException refused) {
            throw new UpstreamException(String.valueOf(refused.getMessage()), refused);
        }
    }

    /** The connection, as the one who searches; for trying the settings out. */
    LdapConnection connect(Provider provider) throws NamingException {
        var connection = LdapConnection.open(provider.directory(), sockets);
        bindSearcher(provider, connection);
        return connection;
    }

    /** The one entry of a typed address; empty when there is none or when it is not clear which. */
    Optional<LdapEntry> find(LdapSettings settings, LdapConnection connection, Map<String, String> typed)
            throws NamingException {
        var filter = LdapText.filter(settings.userFilter(), typed);
        var found = connection.search(settings.baseDn(), filter, 2, attributes(settings));
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    Person person(Provider provider, LdapConnection connection, LdapEntry entry, Map<String, String> typed)
            throws NamingException {
        var settings = provider.directory();
        var names = settings.attributes();
        var subject = entry.first(names.subject())
                .orElseThrow(() -> new UpstreamException("The entry has no attribute " + names.subject()));
        return new Person(
                issuer(provider.id()),
                subject,
                entry.first(names.email()),
                true,
                entry.first(names.name()),
                groups(settings, connection, entry, typed));
    }

    static Map<String, String> typed(String email) {
        var at = email.indexOf('@');
        return Map.of("email", email, "user", at < 0 ? email : email.substring(0, at));
    }

    static UpstreamException failed(NamingException failure) {
        var cause = failure.getRootCause() == null ? failure : failure.getRootCause();
        return new UpstreamException("The directory cannot be asked: " + cause.getMessage(), failure);
    }

    private static String issuer(UUID providerId) {
        return "urn:whetstone:ldap:" + providerId;
    }

    private Optional<Person> prove(
            Provider provider, LdapConnection connection, Map<String, String> typed, String password)
            throws NamingException {
        var settings = provider.directory();
        if (settings.userDnTemplate() != null) {
            if (!isAccepted(connection, LdapText.name(settings.userDnTemplate(), typed), password)) {
                return Optional.empty();
            }
            var entry = find(settings, connection, typed)
                    .orElseThrow(() -> new UpstreamException("The directory accepts the password but shows no entry"));
            return Optional.of(person(provider, connection, entry, typed));
        }
        bindSearcher(provider, connection);
        var entry = find(settings, connection, typed);
        if (entry.isEmpty() || !isAccepted(connection, entry.get().dn(), password)) {
            return Optional.empty();
        }
        bindSearcher(provider, connection);
        return Optional.of(person(provider, connection, entry.get(), typed));
    }

    private static void bindSearcher(Provider provider, LdapConnection connection) throws NamingException {
        var dn = provider.directory().bindDn();
        if (dn != null) {
            connection.bind(dn, provider.secret());
        }
    }

    private static boolean isAccepted(LdapConnection connection, String dn, String password) throws NamingException {
        try {
            connection.bind(dn, password);
            return true;
        } catch (AuthenticationException wrong) {
            return false;
        }
    }

    /** Groups by name and by DN, so that a mapping may spell either. */
    private static List<String> groups(
            LdapSettings settings, LdapConnection connection, LdapEntry entry, Map<String, String> typed)
            throws NamingException {
        var groups = new LinkedHashSet<String>();
        if (settings.attributes().memberOf() != null) {
            groups.addAll(entry.all(settings.attributes().memberOf()));
        }
        var place = settings.groups();
        if (place != null) {
            var values = Map.of("dn", entry.dn(), "email", typed.get("email"), "user", typed.get("user"));
            var filter = LdapText.filter(place.filter(), values);
            for (var group : connection.search(place.baseDn(), filter, MOST_GROUPS, place.name())) {
                groups.add(group.dn());
                groups.addAll(group.all(place.name()));
            }
        }
        return new ArrayList<>(groups);
    }

    private static String[] attributes(LdapSettings settings) {
        var names = settings.attributes();
        return Stream.of(names.email(), names.name(), names.subject(), names.memberOf())
                .filter(name -> name != null)
                .toArray(String[]::new);
    }
}
