/** Chats embedded in other people's pages: the tokens of their visitors. */
@NullMarked
package io.whetstone.widget.service;

import org.jspecify.annotations.NullMarked;
