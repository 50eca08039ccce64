package io.whetstone.mail.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The mail server that letters go through. Without a host none are sent. */
@ApplicationScoped
public class MailConfig {
    /** How the connection to the mail server is encrypted. */
    public enum Tls {
        /** Not at all, for a server on the same machine. */
        NONE,
        /** From the greeting on, and never without (RFC 3207). */
        STARTTLS,
        /** From the first byte (RFC 8314). */
        IMPLICIT
    }

    @Inject
    @ConfigProperty(name = "whetstone.mail.host")
    Optional<String> host;

    @Inject
    @ConfigProperty(name = "whetstone.mail.port", defaultValue = "587")
    int port;

    @Inject
    @ConfigProperty(name = "whetstone.mail.tls", defaultValue = "STARTTLS")
    Tls tls;

    @Inject
    @ConfigProperty(name = "whetstone.mail.user")
    Optional<String> user;

    @Inject
    @ConfigProperty(name = "whetstone.mail.password")
    Optional<String> password;

    @Inject
    @ConfigProperty(name = "whetstone.mail.from", defaultValue = "Whetstone <whetstone@localhost>")
    String from;

    @Inject
    @ConfigProperty(name = "whetstone.mail.timeout", defaultValue = "PT20S")
    Duration timeout;

    /** Name of the SMTP server. Empty: no mail is sent, and links are handed to the administrator. */
    public Optional<String> host() {
        return host;
    }

    /** TCP port of the SMTP server. */
    public int port() {
        return port;
    }

    /** Encryption of the connection: STARTTLS (port 587), IMPLICIT (port 465) or NONE. */
    public Tls tls() {
        return tls;
    }

    /** User of the SMTP server, where it asks for one. */
    public Optional<String> user() {
        return user;
    }

    /** Password of that user. */
    public Optional<String> password() {
        return password;
    }

    /** Sender of all mail. */
    public String from() {
        return from;
    }

    /** How long to wait for the SMTP server. */
    public Duration timeout() {
        return timeout;
    }
}
