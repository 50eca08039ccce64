/**
 * Tells open browsers what happens, within a moment and without a gap.
 *
 * <p>An event is stored in the transaction that it tells of, with the next number of its topic, and pushed after the
 * commit. Who was away asks for what came after the last number that arrived. Events tell of changes; the REST API
 * stays the truth, so history is kept for an hour only.
 */
@NullMarked
package io.whetstone.realtime.service;

import org.jspecify.annotations.NullMarked;
