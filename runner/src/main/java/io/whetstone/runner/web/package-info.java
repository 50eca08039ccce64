/** The OpenAI-shaped HTTP face of the engine, with strict requests and OpenAI-shaped errors. */
@NullMarked
package io.whetstone.runner.web;

import org.jspecify.annotations.NullMarked;
