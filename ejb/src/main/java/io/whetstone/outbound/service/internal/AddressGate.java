package io.whetstone.outbound.service.internal;

import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import io.whetstone.outbound.service.OutboundConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Says which addresses of a destination may be asked: of private networks what is opened, and of the internet all, or
 * what is opened as well.
 */
@ApplicationScoped
public class AddressGate {
    @Inject
    Resolver resolver;

    @Inject
    RuleBook rules;

    @Inject
    OutboundConfig config;

    /** Resolves once and judges every address. */
    public List<AddressVerdict> judge(Destination destination) throws UnknownHostException {
        var literal = destination.literal();
        var addresses = literal == null ? resolver.resolve(destination.host()) : List.of(literal);
        return addresses.stream().map(address -> judge(destination, address)).toList();
    }

    /** The addresses that may be connected to, at least one. A refusal does not tell what the name resolves to. */
    public List<InetAddress> admitted(Destination destination) throws UnknownHostException {
        var verdicts = judge(destination);
        var admitted = verdicts.stream()
                .filter(AddressVerdict::allowed)
                .map(AddressVerdict::address)
                .toList();
        if (admitted.isEmpty()) {
            throw new ProblemException(
                    ProblemType.UNPROCESSABLE,
                    "%s may not be asked: %s. An administrator can allow it under Administration, Outbound"
                            .formatted(destination.host(), verdicts.get(0).reason()));
        }
        return admitted;
    }

    private AddressVerdict judge(Destination destination, InetAddress address) {
        var metadata = AddressRanges.isMetadata(address);
        var range = metadata ? "metadata service of a cloud" : AddressRanges.special(address);
        if (range == null && config.allowInternet()) {
            return new AddressVerdict(address, true, "it is an address of the internet", null, null);
        }
        var rule = rules.opening(destination, address);
        if (rule.isPresent()) {
            return new AddressVerdict(address, true, "a rule allows it", range, rule.get());
        }
        if (range == null) {
            return new AddressVerdict(address, false, "the internet is closed but for what a rule names", null, null);
        }
        if (config.allowPrivate() && !metadata) {
            return new AddressVerdict(address, true, "this installation allows private addresses", range, null);
        }
        return new AddressVerdict(address, false, "it leads to a closed address (%s)".formatted(range), range, null);
    }
}
