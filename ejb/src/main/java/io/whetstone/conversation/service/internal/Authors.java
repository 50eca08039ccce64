package io.whetstone.conversation.service.internal;

import io.whetstone.identity.service.People;
import io.whetstone.identity.service.People.Person;
import io.whetstone.kernel.service.SystemScoped;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What those are called who speak in a conversation: with a share, people meet who share no workspace. */
@ApplicationScoped
@SystemScoped
public class Authors {
    @Inject
    People people;

    public Map<UUID, String> names(Collection<UUID> ids) {
        return people.among(ids).stream().collect(Collectors.toMap(Person::id, Person::displayName));
    }
}
