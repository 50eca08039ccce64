/** When regular work is next due, as stored. */
@NullMarked
package io.whetstone.schedule.entity;

import org.jspecify.annotations.NullMarked;
