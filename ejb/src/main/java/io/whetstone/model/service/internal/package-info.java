/** How models are imported, checked and removed. */
@NullMarked
package io.whetstone.model.service.internal;

import org.jspecify.annotations.NullMarked;
