/**
 * Serving models from this machine: a runner process for each base that is in use, with adapters on top. It makes the
 * files that runners need, starts them on demand, restarts what crashes and lets go of what is idle. It knows nothing
 * of conversations.
 */
@NullMarked
package io.whetstone.deployment.service;

import org.jspecify.annotations.NullMarked;
