package io.whetstone.apikey.entity;

/** Whom a key speaks for. */
public enum ApiKeyKind {
    /** The person who made it. */
    API_KEY,
    /** Another server, which may name the member of the workspace that it acts for. */
    SERVICE_KEY,
    /** Whoever opens a page: it may lie open, and opens only what is public. */
    PUBLISHABLE_KEY
}
