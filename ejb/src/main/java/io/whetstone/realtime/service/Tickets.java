package io.whetstone.realtime.service;

import io.whetstone.identity.service.People;
import io.whetstone.identity.service.People.Person;
import io.whetstone.kernel.Sha256;
import io.whetstone.kernel.service.SystemScoped;
import io.whetstone.realtime.entity.RealtimeRepository;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Who stands behind a live connection that is being opened. */
@Stateless
@PermitAll
@SystemScoped
public class Tickets {
    @Inject
    RealtimeRepository tickets;

    @Inject
    People people;

    @Inject
    Clock clock;

    /** Takes a ticket, once; whoever presents it is the person that it was made for, if the account is still active. */
    public Optional<UUID> redeem(String ticket) {
        return tickets.useTicket(Sha256.of(ticket), clock.instant()).stream()
                .findFirst()
                .filter(userId -> people.find(userId).filter(Person::active).isPresent());
    }
}
