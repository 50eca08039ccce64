/** Embedded chats, over HTTP: tokens for visitors, and the pages from which browsers may use them. */
@NullMarked
package io.whetstone.widget.web;

import org.jspecify.annotations.NullMarked;
