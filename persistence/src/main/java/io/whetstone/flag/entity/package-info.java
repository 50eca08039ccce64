/** The rules that say who gets a feature. */
@NullMarked
package io.whetstone.flag.entity;

import org.jspecify.annotations.NullMarked;
