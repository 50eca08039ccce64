/** Notifications over HTTP. */
@NullMarked
package io.whetstone.notification.web;

import org.jspecify.annotations.NullMarked;
