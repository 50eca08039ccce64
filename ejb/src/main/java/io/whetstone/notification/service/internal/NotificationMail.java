package io.whetstone.notification.service.internal;

import io.whetstone.identity.service.People.Person;
import io.whetstone.kernel.service.HttpConfig;
import io.whetstone.mail.service.Letter;
import io.whetstone.mail.service.Mailer;
import io.whetstone.notification.entity.Notification.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;

/** The letter that tells a person of something. What was said stays in the application: mail is read by others. */
@ApplicationScoped
public class NotificationMail {
    @Inject
    Mailer mailer;

    @Inject
    HttpConfig http;

    /** Does nothing where there is no mail server. */
    public void send(Person person, Content content) {
        var paragraphs = new ArrayList<String>();
        paragraphs.add("Hello " + person.displayName() + ",");
        paragraphs.add(content.title() + ".");
        paragraphs.add("You choose what you are told of at " + http.url() + "/notifications.");
        var subject = content.title().replaceAll("\\s+", " ");
        mailer.send(new Letter(person.email(), subject, paragraphs, "Open Whetstone", http.url() + content.link()));
    }
}
