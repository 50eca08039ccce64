/** The feed of a workspace over HTTP. */
@NullMarked
package io.whetstone.activity.web;

import org.jspecify.annotations.NullMarked;
