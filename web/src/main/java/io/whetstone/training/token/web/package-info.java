/** Tokens of training jobs, over HTTP. */
@NullMarked
package io.whetstone.training.token.web;

import org.jspecify.annotations.NullMarked;
