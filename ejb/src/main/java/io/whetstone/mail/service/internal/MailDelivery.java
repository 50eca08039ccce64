package io.whetstone.mail.service.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.whetstone.kernel.service.OutboxReceiver;
import io.whetstone.kernel.service.Sealer;
import io.whetstone.mail.service.Letter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.util.UUID;

/** Hands a waiting letter to the mail server. A letter that comes twice has the same Message-ID. */
@ApplicationScoped
public class MailDelivery implements OutboxReceiver {
    public static final String TOPIC = "mail";

    @Inject
    SmtpClient smtp;

    @Inject
    Sealer sealer;

    @Inject
    ObjectMapper json;

    /** What a waiting letter is sealed for. */
    public static String purpose(UUID id) {
        return "mail:" + id;
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public boolean isSlow() {
        return true;
    }

    @Override
    public void receive(JsonNode payload) {
        var id = UUID.fromString(payload.path("id").asText());
        try {
            var text = sealer.open(purpose(id), payload.path("sealed").asText());
            smtp.send(id, json.readValue(text, Letter.class));
        } catch (JsonProcessingException | MessagingException failure) {
            throw new IllegalStateException("Mail " + id + " could not be sent", failure);
        }
    }
}
