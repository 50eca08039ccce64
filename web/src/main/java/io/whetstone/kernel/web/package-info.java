/** How HTTP meets the services: the application, problems, paging, preconditions, idempotency, browser headers. */
@NullMarked
package io.whetstone.kernel.web;

import org.jspecify.annotations.NullMarked;
