/** Models over HTTP. */
@NullMarked
package io.whetstone.model.web;

import org.jspecify.annotations.NullMarked;
