/** The live connection: tickets over HTTP, events over a WebSocket. */
@NullMarked
package io.whetstone.realtime.web;

import org.jspecify.annotations.NullMarked;
