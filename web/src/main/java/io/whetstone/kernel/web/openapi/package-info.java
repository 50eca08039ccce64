/** Describes the API as OpenAPI from what the resources declare, so that the description cannot drift. */
@NullMarked
package io.whetstone.kernel.web.openapi;

import org.jspecify.annotations.NullMarked;
