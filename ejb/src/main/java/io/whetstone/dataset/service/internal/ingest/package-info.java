/**
 * Tells the format of the rows of a file, brings them into one of four normal forms and counts what was found:
 * {@code {messages}}, {@code {text}}, {@code {prompt, chosen, rejected}}, {@code {prompt, response, reward}}.
 */
@NullMarked
package io.whetstone.dataset.service.internal.ingest;

import org.jspecify.annotations.NullMarked;
