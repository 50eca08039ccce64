/**
 * Turns an uploaded file of any accepted kind into a stream of JSON rows with line numbers, in memory that does not
 * grow with the file. Knows nothing of dataset formats.
 */
@NullMarked
package io.whetstone.dataset.service.internal.source;

import org.jspecify.annotations.NullMarked;
