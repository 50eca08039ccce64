package io.whetstone.identity.link.service.internal;

import io.whetstone.identity.entity.LinkKind;
import io.whetstone.identity.entity.Session;
import io.whetstone.identity.entity.User;
import io.whetstone.identity.service.IdentityConfig;
import io.whetstone.kernel.service.HttpConfig;
import io.whetstone.mail.service.Letter;
import io.whetstone.mail.service.Mailer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The letters that accounts give rise to. */
@ApplicationScoped
public class Letters {
    @Inject
    Mailer mailer;

    @Inject
    IdentityConfig config;

    @Inject
    HttpConfig http;

    /** Whether letters are sent at all. */
    public boolean areSent() {
        return mailer.isConfigured();
    }

    /** The address that a link's token opens. The token stands behind the #, which browsers send to nobody. */
    public String address(LinkKind kind, String token) {
        var page = switch (kind) {
            case INVITATION -> "/accept-invitation";
            case RESET -> "/reset-password";
            case EMAIL -> "/confirm-email";
        };
        return http.url() + page + "#" + token;
    }

    public void invitation(User user, String token) {
        mailer.send(new Letter(
                user.email(),
                "Your Whetstone account",
                List.of(
                        "Hello " + user.displayName() + ",",
                        "an account on " + http.url() + " was made for you. Choose a password to open it.",
                        "The link works once, within " + days() + "."),
                "Open your account",
                address(LinkKind.INVITATION, token)));
    }

    public void reset(User user, String token) {
        mailer.send(new Letter(
                user.email(),
                "A new password for Whetstone",
                List.of(
                        "Hello " + user.displayName() + ",",
                        "somebody asked for a new password of your account. If it was not you, do nothing.",
                        "The link works once, within " + minutes() + "."),
                "Choose a new password",
                address(LinkKind.RESET, token)));
    }

    public void confirmation(User user, String newEmail, String token) {
        mailer.send(new Letter(
                newEmail,
                "Confirm your e-mail address",
                List.of(
                        "Hello " + user.displayName() + ",",
                        "you asked for this address to be that of your Whetstone account.",
                        "The link works once, within " + minutes() + "."),
                "Confirm this address",
                address(LinkKind.EMAIL, token)));
    }

    public void emailChanged(User user, String formerEmail) {
        mailer.send(Letter.of(
                formerEmail,
                "Your e-mail address was changed",
                "Hello " + user.displayName() + ",",
                "your Whetstone account has another e-mail address from now on. If you did not ask for it, tell your"
                        + " administrator."));
    }

    public void registeredBefore(User user) {
        mailer.send(new Letter(
                user.email(),
                "You have a Whetstone account",
                List.of(
                        "Hello " + user.displayName() + ",",
                        "somebody tried to register with your address, which has an account already. If it was you,"
                                + " sign in, or choose a new password."),
                "Sign in",
                http.url() + "/sign-in"));
    }

    public void sessionStolen(User user, Session session) {
        mailer.send(new Letter(
                user.email(),
                "One of your sessions was ended",
                List.of(
                        "Hello " + user.displayName() + ",",
                        "a key of your session was used a second time, from the address " + session.address()
                                + " or another one. Perhaps it was stolen: the session was ended.",
                        "Look at your sessions, and change your password if you do not know one of them."),
                "Look at your sessions",
                http.url() + "/profile"));
    }

    private String days() {
        return Math.max(1, config.invitationLife().toDays()) + " days";
    }

    private String minutes() {
        return Math.max(1, config.resetLife().toMinutes()) + " minutes";
    }
}
