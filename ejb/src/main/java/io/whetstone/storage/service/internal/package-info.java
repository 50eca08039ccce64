/** How files lie on the local disk. */
@NullMarked
package io.whetstone.storage.service.internal;

import org.jspecify.annotations.NullMarked;
