/** Continuous batching: requests become sequences of one context that join and leave between steps. */
@NullMarked
package io.whetstone.runner.engine;

import org.jspecify.annotations.NullMarked;
