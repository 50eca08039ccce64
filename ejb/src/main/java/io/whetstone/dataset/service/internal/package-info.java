/** The tasks behind datasets. */
@NullMarked
package io.whetstone.dataset.service.internal;

import org.jspecify.annotations.NullMarked;
