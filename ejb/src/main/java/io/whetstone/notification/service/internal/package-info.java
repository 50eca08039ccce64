/** What is told of the events of other capabilities, and to whom. */
@NullMarked
package io.whetstone.notification.service.internal;

import org.jspecify.annotations.NullMarked;
