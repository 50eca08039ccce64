/** Settings over HTTP. */
@NullMarked
package io.whetstone.setting.web;

import org.jspecify.annotations.NullMarked;
