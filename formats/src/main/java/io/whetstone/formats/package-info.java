/** Model files of the field in plain Java: what they hold, whether they can be trusted, and how to write them. */
@NullMarked
package io.whetstone.formats;

import org.jspecify.annotations.NullMarked;
