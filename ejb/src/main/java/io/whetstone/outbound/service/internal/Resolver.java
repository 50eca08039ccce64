package io.whetstone.outbound.service.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Turns a name into addresses. It is asked once for each request, and its answer is what is connected to. */
@ApplicationScoped
public class Resolver {
    public List<InetAddress> resolve(String host) throws UnknownHostException {
        return List.of(InetAddress.getAllByName(host));
    }
}
