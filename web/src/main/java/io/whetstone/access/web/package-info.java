/** How a request proves who sends it, and which principals each endpoint is open to. */
@NullMarked
package io.whetstone.access.web;

import org.jspecify.annotations.NullMarked;
