package io.whetstone.chat.service.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.whetstone.apikey.service.KeyBudgets;
import io.whetstone.kernel.service.Caller;
import io.whetstone.kernel.service.Principal;
import io.whetstone.kernel.service.PrincipalKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Counts what keys use of models, each request once. People are not counted. */
@ApplicationScoped
public class Meter {
    private static final Logger LOGGER = System.getLogger(Meter.class.getName());

    /** A visitor uses the budget of the key that the token was asked for with. */
    private static final Set<PrincipalKind> COUNTED =
            EnumSet.of(PrincipalKind.API_KEY, PrincipalKind.SERVICE_KEY, PrincipalKind.WIDGET);

    @Inject
    KeyBudgets budgets;

    @Inject
    Caller caller;

    @Inject
    ObjectMapper json;

    /** The key whose use is to be counted, if there is one; refuses when its budget is used up. */
    public Optional<UUID> open() {
        var key = caller.find()
                .filter(principal -> COUNTED.contains(principal.kind()))
                .map(Principal::credentialId);
        key.ifPresent(budgets::requireLeft);
        return key;
    }

    /** The request, told to say in its stream how much was used so far. */
    public ObjectNode asking(ObjectNode request) {
        if (!request.path("stream").asBoolean()) {
            return request;
        }
        var asking = request.deepCopy();
        asking.withObject("/stream_options").put("usage_comments", true);
        return asking;
    }

    /** The same answer, counted when it ends or is given up. */
    public InputStream counting(UUID keyId, String contentType, InputStream body) {
        return contentType.startsWith("text/event-stream")
                ? new CountedStream(body, used -> count(keyId, used))
                : new CountedDocument(body, json, used -> count(keyId, used));
    }

    private void count(UUID keyId, long tokens) {
        if (tokens == 0) {
            return;
        }
        try {
            budgets.count(keyId, tokens);
        } catch (RuntimeException away) {
            // The answer is the caller's all the same.
            LOGGER.log(Level.ERROR, "budget.not_counted key=%s tokens=%d".formatted(keyId, tokens), away);
        }
    }
}
