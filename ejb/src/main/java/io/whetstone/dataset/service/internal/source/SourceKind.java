package io.whetstone.dataset.service.internal.source;

/** How the rows lie in a file. */
enum SourceKind {
    /** One JSON value a line, so that a broken line harms no other. */
    JSON_LINES,
    /** One JSON value over the whole file, or several that span lines. */
    JSON_DOCUMENT,
    CSV,
    /** Paragraphs apart by blank lines. */
    TEXT
}
