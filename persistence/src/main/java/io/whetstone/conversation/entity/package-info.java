/** Conversations and their messages, as stored. */
@NullMarked
package io.whetstone.conversation.entity;

import org.jspecify.annotations.NullMarked;
