package io.whetstone.sso.service.internal;

import io.whetstone.kernel.FieldProblem;
import io.whetstone.kernel.ProblemException;
import io.whetstone.sso.entity.ProviderKind;
import io.whetstone.sso.service.ClientAuthentication;
import io.whetstone.sso.service.LdapSettings;
import io.whetstone.sso.service.OidcSettings;
import io.whetstone.sso.service.SaveProvider;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What must hold between the settings of a provider, beyond what each of them says. */
public final class ProviderRulesCheck {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private ProviderRulesCheck() {}

    /**
     * Refuses settings that cannot work, all problems at once.
     *
     * @param hasSecret whether there will be a secret
     */
    public static void require(SaveProvider command, boolean hasSecret) {
        var problems = new ArrayList<FieldProblem>();
        var oidc = command.oidc();
        var ldap = command.ldap();
        if ((oidc == null) == (command.kind() == ProviderKind.OIDC)) {
            problems.add(new FieldProblem("/oidc", "must be given for the kind oidc, and for no other"));
        }
        if ((ldap == null) == (command.kind() == ProviderKind.LDAP)) {
            problems.add(new FieldProblem("/ldap", "must be given for the kind ldap, and for no other"));
        }
        if (problems.isEmpty() && oidc != null) {
            check(oidc, hasSecret, problems);
        }
        if (problems.isEmpty() && ldap != null) {
            check(ldap, hasSecret, problems);
        }
        if (command.rules().linkAccounts() && command.rules().emailDomains().isEmpty()) {
            problems.add(new FieldProblem("/rules/emailDomains", "must name the domains that it is trusted for"));
        }
        if (!problems.isEmpty()) {
            throw ProblemException.invalid(problems);
        }
    }

    /** HTTPS, or HTTP to this machine, as in a trial. */
    static boolean isSafe(URI address) {
        return address.getHost() != null
                && ("https".equals(address.getScheme())
                        || ("http".equals(address.getScheme()) && LOOPBACK.contains(address.getHost())));
    }

    private static void check(OidcSettings oidc, boolean hasSecret, List<FieldProblem> problems) {
        var issuer = oidc.issuer();
        if (!isSafe(issuer) || issuer.getRawQuery() != null || issuer.getRawFragment() != null) {
            problems.add(new FieldProblem("/oidc/issuer", "must be an https address without query and fragment"));
        }
        if (hasSecret == (oidc.clientAuthentication() == ClientAuthentication.NONE)) {
            problems.add(new FieldProblem("/secret", "is needed, unless the client authentication is none"));
        }
    }

    private static void check(LdapSettings ldap, boolean hasSecret, List<FieldProblem> problems) {
        checkServer(ldap, problems);
        checkBind(ldap, hasSecret, problems);
        var authority = ldap.certificateAuthority();
        if (authority != null && !authority.isBlank() && !LdapCertificates.isReadable(authority)) {
            problems.add(new FieldProblem("/ldap/certificateAuthority", "holds no certificate in PEM"));
        }
        checkTexts(ldap, problems);
    }

    private static void checkServer(LdapSettings ldap, List<FieldProblem> problems) {
        var scheme = ldap.server().getScheme();
        if (ldap.server().getHost() == null || !("ldap".equals(scheme) || "ldaps".equals(scheme))) {
            problems.add(new FieldProblem("/ldap/server", "must be ldap://host or ldaps://host"));
            return;
        }
        if (ldap.startTls() && "ldaps".equals(scheme)) {
            problems.add(new FieldProblem("/ldap/startTls", "is for ldap:// only"));
        }
        if (!ldap.startTls()
                && "ldap".equals(scheme)
                && !LOOPBACK.contains(ldap.server().getHost())) {
            problems.add(new FieldProblem("/ldap/startTls", "must be on: passwords would travel in clear"));
        }
    }

    private static void checkBind(LdapSettings ldap, boolean hasSecret, List<FieldProblem> problems) {
        if (ldap.bindDn() != null && ldap.userDnTemplate() != null) {
            problems.add(new FieldProblem("/ldap/userDnTemplate", "makes a bind DN useless; give one of them"));
        }
        if ((ldap.bindDn() != null) != hasSecret) {
            problems.add(new FieldProblem("/secret", "is needed with a bind DN, and only then"));
        }
    }

    private static void checkTexts(LdapSettings ldap, List<FieldProblem> problems) {
        if (!namesPerson(ldap.userFilter())) {
            problems.add(new FieldProblem("/ldap/userFilter", "must contain {email} or {user}"));
        }
        if (ldap.userDnTemplate() != null && !namesPerson(ldap.userDnTemplate())) {
            problems.add(new FieldProblem("/ldap/userDnTemplate", "must contain {email} or {user}"));
        }
        if (!LdapText.isName(ldap.baseDn())) {
            problems.add(new FieldProblem("/ldap/baseDn", "is no distinguished name"));
        }
        var groups = ldap.groups();
        if (groups != null && !LdapText.isName(groups.baseDn())) {
            problems.add(new FieldProblem("/ldap/groups/baseDn", "is no distinguished name"));
        }
    }

    private static boolean namesPerson(String template) {
        return template.contains("{email}") || template.contains("{user}");
    }
}
