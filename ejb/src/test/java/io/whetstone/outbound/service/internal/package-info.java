@NullMarked
package io.whetstone.outbound.service.internal;

import org.jspecify.annotations.NullMarked;
