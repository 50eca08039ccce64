package io.whetstone.runner.web;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/** Answers one kind of request completely, or refuses it with an {@link ApiException} before any byte is sent. */
@FunctionalInterface
interface Endpoint {
    void answer(HttpExchange exchange) throws IOException;
}
