package io.whetstone.mail.service.internal;

import io.whetstone.mail.service.Letter;
import io.whetstone.mail.service.MailConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import java.util.UUID;

/** Speaks to the configured mail server (RFC 5321). Slow: call it outside of any transaction. */
@ApplicationScoped
class SmtpClient {
    @Inject
    MailConfig config;

    @Inject
    Clock clock;

    void send(UUID id, Letter letter) throws MessagingException {
        var session = jakarta.mail.Session.getInstance(properties());
        var message = message(session, id, letter);
        try (var transport = session.getTransport("smtp")) {
            transport.connect(
                    config.host().orElseThrow(),
                    config.port(),
                    config.user().orElse(null),
                    config.password().orElse(null));
            transport.sendMessage(message, message.getAllRecipients());
        }
    }

    private Properties properties() {
        var properties = new Properties();
        var millis = String.valueOf(config.timeout().toMillis());
        properties.put("mail.smtp.connectiontimeout", millis);
        properties.put("mail.smtp.timeout", millis);
        properties.put("mail.smtp.writetimeout", millis);
        properties.put("mail.smtp.auth", String.valueOf(config.user().isPresent()));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        var startTls = String.valueOf(config.tls() == MailConfig.Tls.STARTTLS);
        properties.put("mail.smtp.starttls.enable", startTls);
        properties.put("mail.smtp.starttls.required", startTls);
        properties.put("mail.smtp.ssl.enable", String.valueOf(config.tls() == MailConfig.Tls.IMPLICIT));
        return properties;
    }

    private MimeMessage message(jakarta.mail.Session session, UUID id, Letter letter) throws MessagingException {
        var from = new InternetAddress(config.from(), true);
        var message = new IdentifiedMessage(session, "<%s@%s>".formatted(id, domain(from)));
        message.setFrom(from);
        message.setRecipient(jakarta.mail.Message.RecipientType.TO, new InternetAddress(letter.to(), true));
        message.setSubject(letter.subject().replaceAll("\\s+", " "), "UTF-8");
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setContent(parts(letter));
        message.saveChanges();
        return message;
    }

    private static MimeMultipart parts(Letter letter) throws MessagingException {
        var plain = new MimeBodyPart();
        plain.setText(LetterText.plain(letter), "UTF-8");
        var html = new MimeBodyPart();
        html.setText(LetterText.html(letter), "UTF-8", "html");
        return new MimeMultipart("alternative", plain, html);
    }

    private static String domain(InternetAddress from) {
        var address = from.getAddress();
        return address.substring(address.indexOf('@') + 1);
    }

    /** A message that keeps the id that it was given. */
    private static final class IdentifiedMessage extends MimeMessage {
        private final String id;

        IdentifiedMessage(jakarta.mail.Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
