/** Slows down those who guess: failures in a row make the next attempt wait, on every node. */
@NullMarked
package io.whetstone.throttle.service;

import org.jspecify.annotations.NullMarked;
