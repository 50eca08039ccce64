/** The outbound rules over HTTP. */
@NullMarked
package io.whetstone.outbound.web;

import org.jspecify.annotations.NullMarked;
