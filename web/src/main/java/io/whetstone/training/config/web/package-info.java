/** Training configurations over HTTP. */
@NullMarked
package io.whetstone.training.config.web;

import org.jspecify.annotations.NullMarked;
