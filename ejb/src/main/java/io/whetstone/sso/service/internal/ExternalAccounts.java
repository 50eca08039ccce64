package io.whetstone.sso.service.internal;

import io.whetstone.identity.entity.UserRole;
import io.whetstone.identity.entity.UserStatus;
import io.whetstone.identity.service.UserView;
import io.whetstone.identity.session.service.ExternalSignIn;
import io.whetstone.kernel.EnumText;
import io.whetstone.kernel.StorableText;
import io.whetstone.kernel.service.Audited;
import io.whetstone.kernel.service.SystemScoped;
import io.whetstone.sso.entity.ExternalIdentity;
import io.whetstone.sso.entity.ExternalIdentityRepository;
import io.whetstone.sso.service.ProviderRules;
import io.whetstone.sso.service.SsoFailure;
import io.whetstone.sso.service.SsoReason;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Finds the account of a person that a provider proved, or makes one where the provider's rules allow it. */
@Stateless
@PermitAll
@SystemScoped
public class ExternalAccounts {
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_EMAIL = 254;

    @Inject
    ExternalIdentityRepository identities;

    @Inject
    ExternalSignIn accounts;

    @Inject
    ExternalMemberships memberships;

    @Inject
    Event<Audited> audit;

    @Inject
    Clock clock;

    /** The account that was linked before; empty at a first sign-in. */
    public Optional<UUID> known(Provider provider, Person person) {
        return identities.find(person.issuer(), person.subject()).map(identity -> {
            var user = accounts.find(identity.userId()).orElseThrow();
            requireActive(user);
            identity.signedIn(provider.id(), clock.instant());
            apply(Admission.of(provider.rules(), person.groups()), provider, user);
            return user.id();
        });
    }

    /**
     * The account of somebody who comes for the first time.
     *
     * @param unknownHash of a password that nobody knows, for a new account
     */
    public UUID first(Provider provider, Person person, String unknownHash) {
        identities.lock(person.issuer(), person.subject());
        var meanwhile = known(provider, person);
        if (meanwhile.isPresent()) {
            return meanwhile.get();
        }
        var email = email(person);
        var admission = Admission.of(provider.rules(), person.groups());
        var user = accounts.findByEmail(email)
                .map(existing -> link(provider.rules(), existing, unknownHash))
                .orElseGet(() -> create(provider.rules(), person, email, unknownHash));
        identities.add(
                new ExternalIdentity(user.id(), provider.id(), person.issuer(), person.subject(), clock.instant()));
        identities.flush();
        audit.fire(new Audited(
                "identity.linked",
                null,
                "user",
                user.id(),
                Map.of(),
                Map.of("providerId", provider.id().toString())));
        apply(admission, provider, user);
        return user.id();
    }

    private static String email(Person person) {
        var email = person.email()
                .filter(text -> text.length() <= LONGEST_EMAIL && text.indexOf('@') > 0)
                .orElseThrow(() -> new SsoFailure(SsoReason.EMAIL_MISSING, ""));
        if (!person.verified()) {
            throw new SsoFailure(SsoReason.EMAIL_UNVERIFIED, "");
        }
        return email;
    }

    private UserView link(ProviderRules rules, UserView existing, String unknownHash) {
        if (!rules.linkAccounts() || !rules.covers(existing.email())) {
            throw new SsoFailure(SsoReason.ACCOUNT_EXISTS, "user=" + existing.id());
        }
        requireActive(existing);
        accounts.replaceOneTimePassword(existing.id(), unknownHash);
        return existing;
    }

    private UserView create(ProviderRules rules, Person person, String email, String unknownHash) {
        if (!rules.createAccounts()) {
            throw new SsoFailure(SsoReason.NO_ACCOUNT, "");
        }
        if (!rules.emailDomains().isEmpty() && !rules.covers(email)) {
            throw new SsoFailure(SsoReason.DOMAIN_REFUSED, "");
        }
        var name = person.name().orElseGet(() -> email.substring(0, email.indexOf('@')));
        var user = accounts.create(email, StorableText.of(name, LONGEST_NAME), UserRole.USER, unknownHash);
        audit.fire(Audited.of("user.created", null, "user", user.id()));
        return user;
    }

    private void apply(Admission admission, Provider provider, UserView user) {
        memberships.align(user.id(), provider.id(), admission.workspaces());
        admission.role().filter(role -> accounts.changeRole(user.id(), role)).ifPresent(role -> {
            var before = Map.<String, Object>of("role", EnumText.of(user.role()));
            var after = Map.<String, Object>of("role", EnumText.of(role));
            audit.fire(new Audited("user.role_changed", null, "user", user.id(), before, after));
        });
    }

    private static void requireActive(UserView user) {
        if (user.status() != UserStatus.ACTIVE) {
            throw new SsoFailure(SsoReason.ACCOUNT_DISABLED, "user=" + user.id());
        }
    }
}
