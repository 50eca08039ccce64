/** Training configurations, as stored. */
@NullMarked
package io.whetstone.training.config.entity;

import org.jspecify.annotations.NullMarked;
