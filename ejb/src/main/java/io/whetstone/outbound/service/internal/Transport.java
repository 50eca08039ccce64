package io.whetstone.outbound.service.internal;

import io.whetstone.outbound.service.OutboundConfig;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.NoSuchAlgorithmException;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Sends one request over one connection and nothing more: no redirects, no repetitions, no cookies. It connects to the
 * address that it is given. A name it resolves only if it is the proxy's.
 */
@ApplicationScoped
public class Transport {
    private static final int MAX_CONNECTIONS = 512;
    private static final int MAX_LINE = 16 << 10;
    private static final int MAX_HEADERS = 200;
    private static final int PROXY_WANTS_CREDENTIALS = 407;
    private static final TimeValue LIFE = TimeValue.ofMinutes(5);
    private static final TimeValue IDLE_LIFE = TimeValue.ofSeconds(30);
    private static final TimeValue TRUSTED_IDLE = TimeValue.ofMilliseconds(100);

    @Inject
    OutboundConfig config;

    @Inject
    Resolver resolver;

    /** Another one than the platform's, for tests with their own authority. */
    @Nullable
    SSLContext tls;

    @SuppressWarnings("NullAway.Init")
    private CloseableHttpClient http;

    @PostConstruct
    void open() {
        http = HttpClients.custom()
                .setConnectionManager(connections())
                .setRoutePlanner(new Routes(proxyHost()))
                .setDefaultCredentialsProvider(proxyCredentials())
                .evictIdleConnections(IDLE_LIFE)
                .setUserAgent("Whetstone")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableCookieManagement()
                .build();
    }

    @PreDestroy
    void close() {
        http.close(CloseMode.GRACEFUL);
    }

    /** @param address what to connect to; null for the way through the proxy */
    ClassicHttpResponse send(HttpUriRequestBase request, Destination destination, @Nullable InetAddress address)
            throws IOException {
        var target = new HttpHost(destination.scheme(), address, destination.host(), destination.port());
        var context = HttpClientContext.create();
        var response = http.executeOpen(target, request, context);
        // A proxy that opens no tunnel answers in place of the host, in the clear.
        var untrusted = destination.isSecure() && context.getSSLSession() == null;
        if (untrusted || response.getCode() == PROXY_WANTS_CREDENTIALS) {
            response.close();
            throw new ConnectException("The proxy answered %d".formatted(response.getCode()));
        }
        return response;
    }

    private PoolingHttpClientConnectionManager connections() {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setTlsSocketStrategy(new DefaultClientTlsStrategy(tls()))
                .setDnsResolver(new ProxyNames())
                .setMaxConnTotal(MAX_CONNECTIONS)
                .setMaxConnPerRoute(config.maxPerHost())
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(Http1Config.custom()
                                .setMaxLineLength(MAX_LINE)
                                .setMaxHeaderCount(MAX_HEADERS)
                                .build())
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(config.connectTimeout()))
                        .setValidateAfterInactivity(TRUSTED_IDLE)
                        .setTimeToLive(LIFE)
                        .build())
                .build();
    }

    private SSLContext tls() {
        try {
            return tls == null ? SSLContext.getDefault() : tls;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private @Nullable HttpHost proxyHost() {
        return config.proxy()
                .map(uri -> new HttpHost(uri.getScheme(), uri.getHost(), uri.getPort()))
                .orElse(null);
    }

    private BasicCredentialsProvider proxyCredentials() {
        var credentials = new BasicCredentialsProvider();
        var host = proxyHost();
        if (host != null && config.proxyUser().isPresent()) {
            var password = config.proxyPassword().orElse("").toCharArray();
            credentials.setCredentials(
                    new AuthScope(host),
                    new UsernamePasswordCredentials(config.proxyUser().get(), password));
        }
        return credentials;
    }

    /** Goes straight to a given address, and through the proxy where none is given. */
    private static final class Routes extends DefaultRoutePlanner {
        private final @Nullable HttpHost proxy;

        Routes(@Nullable HttpHost proxy) {
            super(null);
            this.proxy = proxy;
        }

        @Override
        protected @Nullable HttpHost determineProxy(HttpHost target, HttpContext context) {
            return target.getAddress() == null ? proxy : null;
        }
    }

    /** Every other name was resolved and judged before, so asking for one here is a mistake. */
    private final class ProxyNames implements DnsResolver {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            if (config.proxy().isEmpty() || !host.equals(config.proxy().get().getHost())) {
                throw new UnknownHostException(host + " was not judged");
            }
            return resolver.resolve(host).toArray(InetAddress[]::new);
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
