/** How secrets are sealed: master keys, data keys, their rotation. */
@NullMarked
package io.whetstone.secret.service.internal;

import org.jspecify.annotations.NullMarked;
