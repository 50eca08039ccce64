/**
 * Work that outlives the request that asked for it: queued in the asker's transaction, run by any node, retried.
 *
 * <p>It knows nothing of what the work is: capabilities bring a {@link io.whetstone.task.service.TaskHandler} for
 * each kind. A task may run more than once, so handlers are written to be repeated.
 */
@NullMarked
package io.whetstone.task.service;

import org.jspecify.annotations.NullMarked;
