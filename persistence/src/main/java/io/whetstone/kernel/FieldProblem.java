package io.whetstone.kernel;

/** What is wrong with one field: a JSON pointer (RFC 6901) into the request and the rule that it breaks. */
public record FieldProblem(String pointer, String message) {}
