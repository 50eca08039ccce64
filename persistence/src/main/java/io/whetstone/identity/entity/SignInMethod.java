package io.whetstone.identity.entity;

/** How a session was opened. */
public enum SignInMethod {
    PASSWORD,
    SSO,
    LDAP,
    /** By the command on the machine itself. */
    LOCAL
}
