/** Measures the engine over HTTP against the bare binding in one run. */
@NullMarked
package io.whetstone.runner.bench;

import org.jspecify.annotations.NullMarked;
