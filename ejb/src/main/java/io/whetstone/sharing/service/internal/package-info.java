/** How shares are named and whom they reach. */
@NullMarked
package io.whetstone.sharing.service.internal;

import org.jspecify.annotations.NullMarked;
