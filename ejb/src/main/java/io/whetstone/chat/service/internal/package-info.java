/** How the use of models is measured. */
@NullMarked
package io.whetstone.chat.service.internal;

import org.jspecify.annotations.NullMarked;
