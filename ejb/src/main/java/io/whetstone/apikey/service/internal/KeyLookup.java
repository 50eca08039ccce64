package io.whetstone.apikey.service.internal;

import io.whetstone.access.service.Memberships;
import io.whetstone.apikey.entity.ApiKey;
import io.whetstone.apikey.entity.ApiKeyKind;
import io.whetstone.apikey.entity.ApiKeyRepository;
import io.whetstone.identity.service.People;
import io.whetstone.identity.service.People.Person;
import io.whetstone.kernel.service.Network;
import io.whetstone.kernel.service.Principal;
import io.whetstone.kernel.service.PrincipalKind;
import io.whetstone.kernel.service.Scope;
import io.whetstone.kernel.service.SystemScoped;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds a key by its public id, one look-up whatever the number of keys, and tells whom it speaks for. */
@Stateless
@PermitAll
@SystemScoped
public class KeyLookup {
    @Inject
    ApiKeyRepository keys;

    @Inject
    People people;

    @Inject
    Memberships memberships;

    @Inject
    Clock clock;

    /** Empty unless the hash is right, the key lives, and the address and the person are allowed. */
    public Optional<Principal> principal(String publicId, byte[] hash, String address, @Nullable String actsFor) {
        var now = clock.instant();
        return keys.byPublicId(publicId)
                .filter(key -> key.matches(hash, now) && key.isLive(now))
                .filter(key -> isAllowed(key.limits().networks(), address))
                .flatMap(key -> person(key, actsFor)
                        .filter(Person::active)
                        .filter(person -> isMember(key.workspaceId(), person.id()))
                        .map(person -> principal(key, person)));
    }

    /** The key's own person, or the one that a service key names. */
    private Optional<Person> person(ApiKey key, @Nullable String actsFor) {
        if (actsFor == null) {
            return people.find(key.userId());
        }
        if (key.kind() != ApiKeyKind.SERVICE_KEY || !isActive(key.userId())) {
            return Optional.empty();
        }
        return actsFor.contains("@") ? people.findByEmail(actsFor) : id(actsFor).flatMap(people::find);
    }

    private boolean isActive(UUID userId) {
        return people.find(userId).filter(Person::active).isPresent();
    }

    private boolean isMember(UUID workspaceId, UUID userId) {
        return memberships.roleOf(workspaceId, userId).isPresent();
    }

    private static Principal principal(ApiKey key, Person person) {
        var limits = key.limits();
        return new Principal(
                person.id(),
                PrincipalKind.valueOf(key.kind().name()),
                key.id(),
                key.workspaceId(),
                key.workspaceId(),
                roles(key, person),
                scopes(limits.scopes()),
                new HashSet<>(limits.models()),
                limits.requestsPerMinute());
    }

    /** Only a key that was made for it runs the installation, and nobody does who is acted for. */
    private static Set<String> roles(ApiKey key, Person person) {
        var scopes = scopes(key.limits().scopes());
        var runs = scopes.contains(Scope.ADMIN) && person.id().equals(key.userId());
        return runs ? person.roles() : Set.of(Principal.USER);
    }

    private static Set<Scope> scopes(List<String> names) {
        return names.stream()
                .map(name -> Scope.valueOf(name.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toSet());
    }

    private static boolean isAllowed(List<String> networks, String address) {
        var allowed =
                networks.stream().flatMap(text -> Network.parse(text).stream()).toList();
        return networks.isEmpty() || Network.anyContains(allowed, address);
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
