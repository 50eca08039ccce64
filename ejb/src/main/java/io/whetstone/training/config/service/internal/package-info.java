/** How training configurations are checked, told and shared. */
@NullMarked
package io.whetstone.training.config.service.internal;

import org.jspecify.annotations.NullMarked;
