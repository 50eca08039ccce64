package io.whetstone.sso.service.internal;

import io.whetstone.outbound.service.OutboundSockets;
import io.whetstone.sso.service.LdapSettings;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import javax.naming.Context;
import javax.naming.NamingException;
import javax.naming.directory.SearchControls;
import javax.naming.ldap.InitialLdapContext;
import javax.naming.ldap.LdapContext;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.StartTlsRequest;
import javax.naming.ldap.StartTlsResponse;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * One connection to a directory, for one sign-in. It follows no referral, reads no objects, and says nothing before it
 * is encrypted where the settings ask for that.
 */
final class LdapConnection implements AutoCloseable {
    private static final int PLAIN_PORT = 389;
    private static final int TLS_PORT = 636;

    private final LdapContext context;
    private final LdapSettings settings;

    private LdapConnection(LdapContext context, LdapSettings settings) {
        this.context = context;
        this.settings = settings;
    }

    static LdapConnection open(LdapSettings settings, OutboundSockets sockets) throws NamingException {
        var tls = LdapCertificates.trusting(settings.certificateAuthority());
        var context = LdapSocketFactory.with(
                (host, port) -> socket(settings, sockets, tls),
                () -> new InitialLdapContext(environment(settings), null));
        var connection = new LdapConnection(context, settings);
        if (settings.startTls()) {
            connection.encrypt(tls);
        }
        return connection;
    }

    /** Proves who asks from here on. An empty password would prove nothing and succeed (RFC 4513, section 5.1.2). */
    void bind(String dn, String password) throws NamingException {
        if (password.isEmpty()) {
            throw new IllegalArgumentException("An empty password is no password");
        }
        context.addToEnvironment(Context.SECURITY_AUTHENTICATION, "simple");
        context.addToEnvironment(Context.SECURITY_PRINCIPAL, dn);
        context.addToEnvironment(Context.SECURITY_CREDENTIALS, password);
        context.reconnect(null);
    }

    /**
     * At most {@code limit} entries below a name. Only attributes are asked for: entries that describe Java objects
     * stay what they are, and nothing is deserialized.
     */
    @SuppressWarnings("BanJNDI")
    List<LdapEntry> search(String base, String filter, int limit, String... attributes) throws NamingException {
        var controls = new SearchControls();
        controls.setSearchScope(SearchControls.SUBTREE_SCOPE);
        controls.setReturningAttributes(attributes);
        controls.setReturningObjFlag(false);
        controls.setTimeLimit(Math.toIntExact(timeout(settings).toMillis()));
        var entries = new ArrayList<LdapEntry>();
        var found = context.search(new LdapName(base), filter, controls);
        try {
            while (entries.size() < limit && found.hasMore()) {
                entries.add(LdapEntry.of(found.next()));
            }
            return entries;
        } finally {
            found.close();
        }
    }

    @Override
    public void close() throws NamingException {
        context.close();
    }

    private void encrypt(SSLSocketFactory tls) throws NamingException {
        try {
            ((StartTlsResponse) context.extendedOperation(new StartTlsRequest())).negotiate(tls);
        } catch (IOException failure) {
            context.close();
            throw new UpstreamException("StartTLS failed: " + failure.getMessage(), failure);
        }
    }

    @SuppressWarnings("JdkObsolete") // the platform's client takes nothing else
    private static Hashtable<String, Object> environment(LdapSettings settings) {
        var environment = new Hashtable<String, Object>();
        environment.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.ldap.LdapCtxFactory");
        environment.put(
                Context.PROVIDER_URL, "ldap://%s:%d".formatted(settings.server().getHost(), port(settings)));
        environment.put(Context.REFERRAL, "ignore");
        environment.put(Context.SECURITY_AUTHENTICATION, "none");
        environment.put("java.naming.ldap.version", "3");
        environment.put("java.naming.ldap.derefAliases", "never");
        environment.put("java.naming.ldap.attributes.binary", "objectGUID objectSid");
        environment.put("java.naming.ldap.factory.socket", LdapSocketFactory.class.getName());
        environment.put(
                "com.sun.jndi.ldap.read.timeout",
                String.valueOf(timeout(settings).toMillis()));
        return environment;
    }

    private static Socket socket(LdapSettings settings, OutboundSockets sockets, SSLSocketFactory tls)
            throws IOException {
        var host = settings.server().getHost();
        var socket = sockets.connect(host, port(settings), timeout(settings));
        if (!isTls(settings)) {
            return socket;
        }
        try {
            var encrypted = (SSLSocket) tls.createSocket(socket, host, port(settings), true);
            var parameters = encrypted.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("LDAPS");
            encrypted.setSSLParameters(parameters);
            encrypted.startHandshake();
            return encrypted;
        } catch (IOException failure) {
            socket.close();
            throw failure;
        }
    }

    private static boolean isTls(LdapSettings settings) {
        return "ldaps".equals(settings.server().getScheme());
    }

    private static int port(LdapSettings settings) {
        var port = settings.server().getPort();
        return port > 0 ? port : isTls(settings) ? TLS_PORT : PLAIN_PORT;
    }

    private static Duration timeout(LdapSettings settings) {
        return Duration.ofSeconds(settings.timeoutSeconds());
    }
}
