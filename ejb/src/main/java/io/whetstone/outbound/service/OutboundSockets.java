package io.whetstone.outbound.service;

import io.whetstone.outbound.service.internal.AddressGate;
import io.whetstone.outbound.service.internal.Destination;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/** Connects to outside systems that do not speak HTTP, such as directories, by the same rules. */
@ApplicationScoped
public class OutboundSockets {
    @Inject
    AddressGate gate;

    /** A connected socket, whose reads wait no longer than {@code timeout} either. */
    public Socket connect(String host, int port, Duration timeout) throws IOException {
        var address = gate.admitted(Destination.of(host, port)).get(0);
        var socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(address, port), Math.toIntExact(timeout.toMillis()));
            socket.setSoTimeout(Math.toIntExact(timeout.toMillis()));
            return socket;
        } catch (IOException failure) {
            socket.close();
            throw failure;
        }
    }
}
