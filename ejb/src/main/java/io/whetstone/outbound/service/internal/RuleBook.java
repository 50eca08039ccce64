package io.whetstone.outbound.service.internal;

import io.whetstone.outbound.service.OutboundConfig;
import io.whetstone.outbound.service.OutboundRulesChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules in force. They are read again after a second, so a change is effective on every node within it. */
@ApplicationScoped
public class RuleBook {
    static final Duration LIFE = Duration.ofSeconds(1);

    @Inject
    StoredRules stored;

    @Inject
    OutboundConfig config;

    @Inject
    Clock clock;

    private volatile @Nullable Known known;

    private record Known(List<AllowRule> rules, Instant until) {}

    /** A rule that opens this address of this destination. */
    public Optional<AllowRule> opening(Destination destination, InetAddress address) {
        return rules().stream()
                .filter(rule -> rule.target().opens(destination, address))
                .findFirst();
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) OutboundRulesChanged change) {
        known = null;
    }

    private List<AllowRule> rules() {
        var now = clock.instant();
        var current = known;
        if (current == null || !now.isBefore(current.until())) {
            var configured = config.allow().stream().map(text -> new AllowRule(null, Target.configured(text)));
            current = new Known(Stream.concat(configured, stored.all().stream()).toList(), now.plus(LIFE));
            known = current;
        }
        return current.rules();
    }
}
