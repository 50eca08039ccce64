/** Feature flags over HTTP, and the endpoints that are behind one. */
@NullMarked
package io.whetstone.flag.web;

import org.jspecify.annotations.NullMarked;
