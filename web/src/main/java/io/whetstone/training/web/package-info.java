/** Training over HTTP, and under the addresses of the training server before this one. */
@NullMarked
package io.whetstone.training.web;

import org.jspecify.annotations.NullMarked;
