package io.whetstone.identity.session.service.internal;

import io.whetstone.kernel.service.Origin;
import io.whetstone.throttle.service.Throttle;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Lets codes of a second factor be tried at the pace that the failures so far allow. */
@ApplicationScoped
public class CodePace {
    @Inject
    Throttle throttle;

    @Inject
    Origin origin;

    /** Tries something once; an empty answer counts as a failure of this account. */
    public <T> Optional<T> atPace(UUID userId, Supplier<Optional<T>> attempt) {
        var counted = throttle.begin(key(userId), origin.address());
        var answer = attempt.get();
        if (answer.isPresent()) {
            throttle.succeeded(counted);
        }
        return answer;
    }

    public static String key(UUID userId) {
        return "code of " + userId;
    }
}
