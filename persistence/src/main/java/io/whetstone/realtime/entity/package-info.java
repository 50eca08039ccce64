/** What happened in each topic, kept for a while, and the tickets that open a socket. */
@NullMarked
package io.whetstone.realtime.entity;

import org.jspecify.annotations.NullMarked;
