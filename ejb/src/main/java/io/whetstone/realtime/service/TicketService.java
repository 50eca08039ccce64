package io.whetstone.realtime.service;

import io.whetstone.access.service.AccessPolicy;
import io.whetstone.kernel.Sha256;
import io.whetstone.kernel.service.TenantScoped;
import io.whetstone.realtime.entity.RealtimeRepository;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;

/** Tickets for live connections: a browser cannot send its access token with a WebSocket. */
@Stateless
@RolesAllowed("user")
@TenantScoped
public class TicketService {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    @Inject
    RealtimeRepository tickets;

    @Inject
    AccessPolicy access;

    @Inject
    RealtimeConfig config;

    @Inject
    Clock clock;

    public TicketView issue() {
        var userId = access.requireSelf();
        var secret = new byte[BYTES];
        RANDOM.nextBytes(secret);
        var ticket = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        var expiresAt = clock.instant().plus(config.ticketLife());
        tickets.addTicket(Sha256.of(ticket), userId, expiresAt);
        return new TicketView(ticket, expiresAt);
    }
}
