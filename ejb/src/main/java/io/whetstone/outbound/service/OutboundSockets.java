package io.whetstone.outbound.service;

import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/**
 * Connects to outside systems that do not speak HTTP, such as directories, by the same rule: an address of a private
 * network is reached only where the installation allows it. What was checked is what is connected to.
 */
@ApplicationScoped
public class OutboundSockets {
    @Inject
    OutboundConfig config;

    /** A connected socket, whose reads wait no longer than {@code timeout} either. */
    public Socket connect(String host, int port, Duration timeout) throws IOException {
        var address = InetAddress.getByName(host);
        if (!config.allowPrivate() && Addresses.isPrivate(address)) {
            throw new ProblemException(
                    ProblemType.UNPROCESSABLE,
                    "%s is an address of a private network (whetstone.outbound.allow-private)".formatted(host));
        }
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
