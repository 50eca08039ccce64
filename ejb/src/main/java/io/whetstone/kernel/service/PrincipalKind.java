package io.whetstone.kernel.service;

/** What proved who asks. Each kind opens only the endpoints that name it. */
public enum PrincipalKind {
    /** A person's access token. */
    USER,
    /** A person's key for programs, within its scopes. */
    API_KEY,
    /** A key of another server, which may act for a person that it names. */
    SERVICE_KEY,
    /** A key that may lie open in a page: sign-in and public shares only. */
    PUBLISHABLE_KEY,
    /** The token of one visitor of a widget. */
    WIDGET,
    /** The token of one training job, for its callbacks. */
    JOB,
    /** A single-use ticket for one stream. */
    TICKET
}
