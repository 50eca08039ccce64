/** Comments and reactions over HTTP. */
@NullMarked
package io.whetstone.comment.web;

import org.jspecify.annotations.NullMarked;
