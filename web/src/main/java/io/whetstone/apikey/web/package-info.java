/** Keys for programs, over HTTP. */
@NullMarked
package io.whetstone.apikey.web;

import org.jspecify.annotations.NullMarked;
