package io.whetstone.product;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What arrived at the mail server of a test. */
final class Letters {
    private static final Set<String> TAKEN = new HashSet<>();

    private Letters() {}

    /** The plain text of a letter to this address that was not taken before. */
    static Optional<String> take(GreenMail mail, String email) {
        try {
            for (var message : mail.getReceivedMessages()) {
                var to = message.getAllRecipients()[0].toString();
                if (to.equals(email) && TAKEN.add(message.getMessageID())) {
                    var parts = (MimeMultipart) message.getContent();
                    return Optional.of(parts.getBodyPart(0).getContent().toString());
                }
            }
            return Optional.empty();
        } catch (MessagingException | IOException failure) {
            throw new AssertionError(failure);
        }
    }
}
