package io.whetstone.identity.service;

import io.whetstone.identity.entity.User;
import io.whetstone.identity.entity.UserRepository;
import io.whetstone.identity.entity.UserRole;
import io.whetstone.identity.entity.UserStatus;
import io.whetstone.kernel.service.Principal;
import io.whetstone.kernel.service.SystemScoped;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Who somebody is, for other capabilities. It judges nothing: whoever asks has asked for permission before. */
@Stateless
@PermitAll
@SystemScoped
public class People {
    @Inject
    UserRepository users;

    /** A person as other capabilities may know them. */
    public record Person(UUID id, String email, String displayName, Set<String> roles, boolean active) {
        static Person of(User user) {
            var roles =
                    user.role() == UserRole.ADMIN ? Set.of(Principal.USER, Principal.ADMIN) : Set.of(Principal.USER);
            return new Person(user.id(), user.email(), user.displayName(), roles, user.status() == UserStatus.ACTIVE);
        }
    }

    public Optional<Person> find(UUID userId) {
        return users.find(userId).map(Person::of);
    }

    /** Those of these that there are, in no order. */
    public List<Person> among(Collection<UUID> userIds) {
        return users.among(userIds).stream().map(Person::of).toList();
    }

    public Optional<Person> findByEmail(String email) {
        return users.findByEmail(email).map(Person::of);
    }
}
