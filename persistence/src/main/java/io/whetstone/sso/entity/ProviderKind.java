package io.whetstone.sso.entity;

/** How an identity provider is asked. */
public enum ProviderKind {
    /** OpenID Connect: the browser goes there and comes back with a code. */
    OIDC,
    /** A directory: the password typed here is tried there. */
    LDAP
}
