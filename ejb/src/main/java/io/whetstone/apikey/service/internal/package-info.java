/** How keys are written, hashed, found and counted. */
@NullMarked
package io.whetstone.apikey.service.internal;

import org.jspecify.annotations.NullMarked;
