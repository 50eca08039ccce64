/** Uploads over HTTP: the TUS protocol, version 1.0.0. */
@NullMarked
package io.whetstone.storage.web;

import org.jspecify.annotations.NullMarked;
