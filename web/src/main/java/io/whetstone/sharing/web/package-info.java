/** Shares, over HTTP. */
@NullMarked
package io.whetstone.sharing.web;

import org.jspecify.annotations.NullMarked;
