/** Measures what training costs on this machine, and what the arithmetic alone would. */
@NullMarked
package io.whetstone.trainer.bench;

import org.jspecify.annotations.NullMarked;
