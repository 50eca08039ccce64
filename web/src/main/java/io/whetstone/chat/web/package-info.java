/** Talking to models over HTTP: in OpenAI's form, and in the form of the app. */
@NullMarked
package io.whetstone.chat.web;

import org.jspecify.annotations.NullMarked;
