package io.whetstone.identity.link.service.internal;

import io.whetstone.identity.entity.AccountLink;
import io.whetstone.identity.entity.AccountLinkRepository;
import io.whetstone.identity.entity.LinkKind;
import io.whetstone.identity.service.IdentityConfig;
import io.whetstone.identity.service.internal.TokenSecret;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/** Hands links out and takes them back, in the transaction of whoever asks. */
@ApplicationScoped
public class AccountLinks {
    @Inject
    AccountLinkRepository links;

    @Inject
    IdentityConfig config;

    @Inject
    Clock clock;

    /** A new link's token, which is nowhere stored. Older links of this kind are closed. */
    public String issue(UUID userId, LinkKind kind, String email) {
        var now = clock.instant();
        var secret = TokenSecret.random();
        var life = kind == LinkKind.INVITATION ? config.invitationLife() : config.resetLife();
        links.close(userId, kind, now);
        var link = new AccountLink(userId, kind, email, secret.hash(), now, now.plus(life));
        links.add(link);
        return secret.of(link.id());
    }

    /** The open link of this token; the same problem whatever is wrong with it. */
    public AccountLink require(String token) {
        return TokenSecret.parse(token)
                .flatMap(secret -> links.lock(secret.tokenId()).filter(found -> secret.matches(found.secretHash())))
                .filter(found -> found.isOpen(clock.instant()))
                .orElseThrow(AccountLinks::gone);
    }

    /** Opens a link of this kind, for the one time. */
    public AccountLink use(String token, LinkKind kind) {
        var link = require(token);
        if (link.kind() != kind) {
            throw gone();
        }
        link.use(clock.instant());
        return link;
    }

    public void closeAll(UUID userId) {
        var now = clock.instant();
        for (var kind : LinkKind.values()) {
            links.close(userId, kind, now);
        }
    }

    /** How many links of a kind a person was sent lately. */
    public boolean wereManySince(UUID userId, LinkKind kind, Duration time, int most) {
        return links.countSince(userId, kind, clock.instant().minus(time)) >= most;
    }

    private static ProblemException gone() {
        return new ProblemException(ProblemType.GONE, "This link was used, replaced or has expired");
    }
}
