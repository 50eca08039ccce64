package io.whetstone.outbound.service.internal;

import io.whetstone.outbound.service.OutboundAnswer;
import io.whetstone.outbound.service.OutboundFailure;
import io.whetstone.outbound.service.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.hc.core5.http.ClassicHttpResponse;

/** Makes the answer that a caller sees, unless its head shows already that it is not wanted. */
final class Answers {
    private static final Set<String> GZIP = Set.of("gzip", "x-gzip");

    private Answers() {}

    /** @param askedGzip whether we asked for a packed body, which is then unpacked here */
    static OutboundAnswer of(Exchange exchange, Step step, ClassicHttpResponse response, boolean askedGzip)
            throws IOException {
        var headers = headers(response);
        var packing = first(headers, "Content-Encoding").toLowerCase(Locale.ROOT);
        var packed = askedGzip && GZIP.contains(packing);
        check(exchange, response.getCode(), headers);
        if (askedGzip && !packed && !packing.isEmpty() && !packing.equals("identity")) {
            throw exchange.fail(Outcome.BAD_ANSWER);
        }
        if (packed) {
            headers.remove("Content-Encoding");
            headers.remove("Content-Length");
        }
        var entity = response.getEntity();
        InputStream body;
        if (entity == null) {
            exchange.finish();
            exchange.drop(response);
            body = InputStream.nullInputStream();
        } else {
            body = new AnswerBody(exchange, response, entity.getContent(), packed);
        }
        return new OutboundAnswer(response.getCode(), step.uri(), Collections.unmodifiableMap(headers), body);
    }

    private static void check(Exchange exchange, int status, Map<String, List<String>> headers) throws OutboundFailure {
        var limits = exchange.request().limits();
        var length = first(headers, "Content-Length");
        if (length.matches("\\d{1,18}") && Long.parseLong(length) > limits.maxBytes() && hasBody(exchange, status)) {
            throw exchange.fail(Outcome.TOO_LARGE);
        }
        var success = status >= 200 && status < 300;
        if (success && hasBody(exchange, status) && !isAllowed(first(headers, "Content-Type"), limits.contentTypes())) {
            throw exchange.fail(Outcome.WRONG_TYPE);
        }
    }

    private static boolean hasBody(Exchange exchange, int status) {
        return status != 204 && status != 304 && !exchange.request().method().equals("HEAD");
    }

    private static boolean isAllowed(String contentType, Set<String> allowed) {
        var type = contentType.replaceAll(";.*", "").strip().toLowerCase(Locale.ROOT);
        return allowed.isEmpty() || allowed.contains(type) || allowed.contains(type.replaceAll("/.*", "/*"));
    }

    private static String first(Map<String, List<String>> headers, String name) {
        return headers.getOrDefault(name, List.of("")).get(0).strip();
    }

    private static Map<String, List<String>> headers(ClassicHttpResponse response) {
        var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        for (var header : response.getHeaders()) {
            headers.computeIfAbsent(header.getName(), name -> new ArrayList<>())
                    .add(header.getValue() == null ? "" : header.getValue());
        }
        return headers;
    }
}
