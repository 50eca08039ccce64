/** Training jobs, their metrics and checkpoints, as stored. */
@NullMarked
package io.whetstone.training.entity;

import org.jspecify.annotations.NullMarked;
