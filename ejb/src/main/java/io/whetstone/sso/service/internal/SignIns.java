package io.whetstone.sso.service.internal;

import io.whetstone.kernel.service.Origin;
import io.whetstone.kernel.service.SystemScoped;
import io.whetstone.sso.entity.SsoSignIn;
import io.whetstone.sso.entity.SsoSignIn.Sent;
import io.whetstone.sso.entity.SsoSignInRepository;
import io.whetstone.sso.service.SsoConfig;
import io.whetstone.sso.service.SsoFailure;
import io.whetstone.sso.service.SsoReason;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The sign-ins that are on their way to an issuer: few enough, short-lived, and each good for one answer. */
@Stateless
@PermitAll
@SystemScoped
public class SignIns {
    /** A sign-in that begins: its state goes to the issuer and is kept nowhere else. */
    public record Begun(String state, Sent sent) {}

    /** A sign-in that an answer named. */
    public record Taken(
            UUID providerId,
            String browserHash,
            Sent sent,
            String returnTo,
            @Nullable UUID formerSession,
            boolean expired) {}

    @Inject
    SsoSignInRepository signIns;

    @Inject
    SsoConfig config;

    @Inject
    Origin origin;

    @Inject
    Clock clock;

    /** Notes a sign-in; {@code formerSession} is the one that ends when the new one opens. */
    public Begun begin(
            UUID providerId, String browser, String redirectUri, String returnTo, @Nullable UUID formerSession) {
        var now = clock.instant();
        signIns.removeExpired(now);
        if (signIns.count() >= config.maxOpenSignIns()
                || signIns.countOf(origin.address()) >= config.maxOpenSignInsOfAddress()) {
            throw new SsoFailure(SsoReason.TOO_MANY, "address=" + origin.address());
        }
        var state = Secrets.random();
        var sent = new Sent(Secrets.random(), Secrets.random(), redirectUri);
        var signIn = new SsoSignIn(
                Secrets.hash(state),
                providerId,
                Secrets.hash(browser),
                sent,
                returnTo,
                origin.address(),
                now.plus(config.signInLife()));
        signIn.replace(formerSession);
        signIns.add(signIn);
        return new Begun(state, sent);
    }

    /** Ends the wait for an answer with this state. */
    public Optional<Taken> take(String state) {
        return signIns.take(Secrets.hash(state))
                .map(found -> new Taken(
                        found.providerId(),
                        found.browser(),
                        found.sent(),
                        found.returnTo(),
                        found.formerSessionId(),
                        !clock.instant().isBefore(found.expiresAt())));
    }
}
