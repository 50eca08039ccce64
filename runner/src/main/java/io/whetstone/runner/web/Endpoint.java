package io.whetstone.runner.web;

/** Answers one kind of request completely, or refuses it with an {@link ApiException} before any byte is sent. */
@FunctionalInterface
interface Endpoint {
    void answer(Exchange exchange);
}
