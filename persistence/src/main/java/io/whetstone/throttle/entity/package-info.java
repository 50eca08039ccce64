/** Failures in a row, as stored. */
@NullMarked
package io.whetstone.throttle.entity;

import org.jspecify.annotations.NullMarked;
