package io.whetstone.sso.service.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/**
 * Makes the sockets of the platform's LDAP client, which knows a factory by the name of its class only: the one to use
 * is left with the thread that opens the connection.
 */
public class LdapSocketFactory extends SocketFactory {
    private static final ThreadLocal<LdapSockets> MAKER = new ThreadLocal<>();

    private final LdapSockets maker;

    /** Opens one connection. */
    interface LdapSockets {
        Socket open(String host, int port) throws IOException;
    }

    /** What is done while sockets are made in this way. */
    interface Work<T> {
        T run() throws javax.naming.NamingException;
    }

    private LdapSocketFactory(LdapSockets maker) {
        this.maker = maker;
    }

    static <T> T with(LdapSockets maker, Work<T> work) throws javax.naming.NamingException {
        MAKER.set(maker);
        try {
            return work.run();
        } finally {
            MAKER.remove();
        }
    }

    /** Called by the platform's LDAP client. */
    public static SocketFactory getDefault() {
        return new LdapSocketFactory(MAKER.get());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return maker.open(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return maker.open(host.getHostAddress(), port);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return maker.open(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
        return maker.open(host.getHostAddress(), port);
    }
}
