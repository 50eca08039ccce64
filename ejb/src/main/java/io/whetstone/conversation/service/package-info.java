/**
 * Conversations: what people and models said to each other, as a tree of messages, kept by the server. It asks no
 * model: whoever does opens a turn first, and says here what became of the answer.
 */
@NullMarked
package io.whetstone.conversation.service;

import org.jspecify.annotations.NullMarked;
