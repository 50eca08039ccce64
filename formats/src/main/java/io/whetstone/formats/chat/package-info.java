/** Conversations and the chat templates that models bring along to turn them into text. */
@NullMarked
package io.whetstone.formats.chat;

import org.jspecify.annotations.NullMarked;
