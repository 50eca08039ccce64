/**
 * Telling people of what concerns them, in the application and by mail. It listens to the events of other capabilities
 * and writes in their transaction, so that nothing is told that did not happen. A person may switch each kind off.
 */
@NullMarked
package io.whetstone.notification.service;

import org.jspecify.annotations.NullMarked;
