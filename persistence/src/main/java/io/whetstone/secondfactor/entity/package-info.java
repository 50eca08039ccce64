/** Second factors and recovery codes, as stored. */
@NullMarked
package io.whetstone.secondfactor.entity;

import org.jspecify.annotations.NullMarked;
