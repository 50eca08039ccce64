package io.whetstone.sso.service;

/** How we prove at the token endpoint who we are (OpenID Connect Core 1.0, section 9). */
public enum ClientAuthentication {
    CLIENT_SECRET_BASIC,
    CLIENT_SECRET_POST,
    /** A public client: PKCE alone ties the code to us. */
    NONE
}
