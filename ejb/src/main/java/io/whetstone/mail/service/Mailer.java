package io.whetstone.mail.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.whetstone.kernel.service.Outbox;
import io.whetstone.kernel.service.Sealer;
import io.whetstone.mail.service.internal.MailDelivery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Where a change leaves the letter that tells of it: sent at least once after the commit, and not without it. */
@ApplicationScoped
public class Mailer {
    /** The letter as it waits. It is sealed, since its link opens an account. */
    public record Queued(UUID id, String sealed) {}

    @Inject
    MailConfig config;

    @Inject
    Outbox outbox;

    @Inject
    Sealer sealer;

    @Inject
    ObjectMapper json;

    /** Whether there is a mail server; without one nothing may be said to be sent. */
    public boolean isConfigured() {
        return config.host().isPresent();
    }

    /** Stores the letter in the present transaction; does nothing without a mail server. */
    public void send(Letter letter) {
        if (!isConfigured()) {
            return;
        }
        var id = UUID.randomUUID();
        try {
            var text = json.writeValueAsString(letter);
            outbox.add(MailDelivery.TOPIC, new Queued(id, sealer.seal(MailDelivery.purpose(id), text)));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
