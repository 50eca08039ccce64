/** How passwords are judged, hashed and compared. */
@NullMarked
package io.whetstone.identity.password.service.internal;

import org.jspecify.annotations.NullMarked;
