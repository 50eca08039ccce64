/**
 * Talking to models: finds the model that a caller names, asks its runner, passes the answer on as it comes. It keeps
 * nothing of what is said; conversations do.
 */
@NullMarked
package io.whetstone.chat.service;

import org.jspecify.annotations.NullMarked;
