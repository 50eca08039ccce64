/** How turns are written down, told and given up. */
@NullMarked
package io.whetstone.conversation.service.internal;

import org.jspecify.annotations.NullMarked;
