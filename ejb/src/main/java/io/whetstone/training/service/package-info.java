/**
 * Fine-tuning from the wish to the adapter: checking parameters, the queue, looking after the trainer processes,
 * keeping what they measure. It does no training itself and knows nothing of tensors; a trainer is a process of its
 * own that writes an append-only event file, so it outlives this server and is taken up again by the next one.
 */
@NullMarked
package io.whetstone.training.service;

import org.jspecify.annotations.NullMarked;
