package io.whetstone.product;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * {@code rest-matrix.txt}: what each principal gets from each operation. The words of a line are the operation, one
 * outcome for each principal of the first line, and what is sent: {@code new} for an object of its own for everybody
 * who may, {@code ?query}, {@code Header:value}, and the body as the rest of the line.
 */
record RestTable(List<String> principals, List<Row> rows) {
    /** An outcome for any answer that did what was asked; every other outcome is a status. */
    static final String ALLOWED = "yes";

    /** One operation. */
    record Row(
            String method,
            String path,
            Map<String, String> outcomes,
            boolean fresh,
            String query,
            Map<String, String> headers,
            String body) {
        String operation() {
            return method + " " + path;
        }
    }

    static RestTable read() {
        var resource = Objects.requireNonNull(RestTable.class.getResourceAsStream("/rest-matrix.txt"));
        try (var reader = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            var lines = reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
            var principals = Arrays.asList(lines.get(0).strip().split("\\s+"));
            return new RestTable(
                    principals,
                    lines.stream().skip(1).map(line -> row(line, principals)).toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Row row(String line, List<String> principals) {
        var words = new ArrayList<>(Arrays.asList(line.strip().split("\\s+")));
        var method = words.remove(0);
        var path = words.remove(0);
        var outcomes = new LinkedHashMap<String, String>();
        principals.forEach(principal -> outcomes.put(principal, words.remove(0)));
        var fresh = words.remove("new");
        var query = !words.isEmpty() && words.get(0).startsWith("?") ? words.remove(0) : "";
        var headers = new HashMap<String, String>();
        while (!words.isEmpty() && words.get(0).matches("[A-Z][A-Za-z-]+:\\S+")) {
            var header = words.remove(0).split(":", 2);
            headers.put(header[0], header[1]);
        }
        return new Row(method, path, outcomes, fresh, query, headers, String.join(" ", words));
    }
}
