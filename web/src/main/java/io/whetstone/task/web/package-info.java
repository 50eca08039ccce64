/** Tasks over HTTP. */
@NullMarked
package io.whetstone.task.web;

import org.jspecify.annotations.NullMarked;
