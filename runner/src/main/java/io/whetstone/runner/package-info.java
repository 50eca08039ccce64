/** The runner: one process that serves one base model and its adapters over HTTP until its stdin closes. */
@NullMarked
package io.whetstone.runner;

import org.jspecify.annotations.NullMarked;
