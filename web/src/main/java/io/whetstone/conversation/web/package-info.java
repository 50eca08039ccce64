/** Conversations over HTTP. */
@NullMarked
package io.whetstone.conversation.web;

import org.jspecify.annotations.NullMarked;
