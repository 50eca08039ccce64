/** Datasets over HTTP. */
@NullMarked
package io.whetstone.dataset.web;

import org.jspecify.annotations.NullMarked;
