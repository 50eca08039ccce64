package io.whetstone.outbound.service;

import io.whetstone.access.service.AccessPolicy;
import io.whetstone.kernel.ProblemException;
import io.whetstone.outbound.service.AddressCheckView.CheckedAddress;
import io.whetstone.outbound.service.internal.AddressGate;
import io.whetstone.outbound.service.internal.AddressVerdict;
import io.whetstone.outbound.service.internal.Destination;
import io.whetstone.outbound.service.internal.Proxy;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;

/** Tells administrators what would become of a request, without sending it. */
@Stateless
@RolesAllowed("admin")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AddressCheckService {
    @Inject
    AddressGate gate;

    @Inject
    Proxy proxy;

    @Inject
    AccessPolicy access;

    public AddressCheckView check(@Valid CheckAddress command) {
        access.requireAdministrator();

        var destination = Destination.of(uri(command.address().strip()));
        var proxied = proxy.serves(destination);
        try {
            var addresses = gate.judge(destination).stream()
                    .map(AddressCheckService::view)
                    .toList();
            var allowed = addresses.stream().anyMatch(CheckedAddress::allowed);
            var decisive = addresses.stream()
                    .filter(address -> address.allowed() == allowed)
                    .findFirst();
            var reason = decisive.map(CheckedAddress::reason).orElse("");
            return new AddressCheckView(destination.host(), destination.port(), allowed, reason, proxied, addresses);
        } catch (UnknownHostException unknown) {
            var reason = proxied ? "only the proxy may know the name" : "the name is not known";
            return new AddressCheckView(destination.host(), destination.port(), proxied, reason, proxied, List.of());
        }
    }

    /** A bare host is read as https, as people write it. */
    private static URI uri(String text) {
        try {
            return new URI(text.contains("://") ? text : "https://" + text);
        } catch (URISyntaxException malformed) {
            throw ProblemException.invalid("/address", "is no address");
        }
    }

    private static CheckedAddress view(AddressVerdict verdict) {
        var rule = verdict.rule();
        return new CheckedAddress(
                verdict.address().getHostAddress(),
                verdict.allowed(),
                verdict.reason(),
                verdict.range(),
                rule == null ? null : rule.target().text(),
                rule == null ? null : rule.id());
    }
}
