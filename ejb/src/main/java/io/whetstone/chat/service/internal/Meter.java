package io.whetstone.chat.service.internal;

import io.whetstone.apikey.service.KeyBudgets;
import io.whetstone.apikey.service.KeyUse;
import io.whetstone.apikey.service.KeyUses;
import io.whetstone.kernel.service.Caller;
import io.whetstone.kernel.service.Principal;
import io.whetstone.kernel.service.PrincipalKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Counts what keys use of models, each request once. People are not counted. */
@ApplicationScoped
public class Meter {
    /** A visitor uses the budget of the key that the token was asked for with. */
    private static final Set<PrincipalKind> COUNTED =
            EnumSet.of(PrincipalKind.API_KEY, PrincipalKind.SERVICE_KEY, PrincipalKind.WIDGET);

    @Inject
    KeyBudgets budgets;

    @Inject
    KeyUses uses;

    @Inject
    Caller caller;

    /** Refuses when the caller is a key whose budget is used up. */
    public void requireLeft() {
        key().ifPresent(budgets::requireLeft);
    }

    /** Begins to count what one request uses; whoever gets it closes it. */
    public KeyUse begin() {
        return key().map(uses::begin).orElse(KeyUse.NOT_COUNTED);
    }

    /** The answer of a runner as its caller wants it, whole or as a stream; closing it ends the count. */
    public InputStream counting(KeyUse use, boolean stream, InputStream body) {
        return stream ? new CountedStream(body, use) : new CountedDocument(body, use);
    }

    private Optional<UUID> key() {
        return caller.find()
                .filter(principal -> COUNTED.contains(principal.kind()))
                .map(Principal::credentialId);
    }
}
