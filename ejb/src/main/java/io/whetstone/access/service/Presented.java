package io.whetstone.access.service;

import org.jspecify.annotations.Nullable;

/**
 * What a request presents to prove who sends it.
 *
 * @param address where the request came from
 * @param actsFor the person that another server says it acts for
 * @param page the origin of the page that a browser sent the request from
 */
public record Presented(
        String credential,
        String address,
        @Nullable String actsFor,
        @Nullable String page) {
    /** Without the credential: this may reach a log. */
    @Override
    public String toString() {
        return "Presented[address=" + address + "]";
    }
}
