/** How the token of a visitor is made and known again. */
@NullMarked
package io.whetstone.widget.service.internal;

import org.jspecify.annotations.NullMarked;
