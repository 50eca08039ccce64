/** The rules of the house, held by the build. */
@NullMarked
package io.whetstone.architecture;

import org.jspecify.annotations.NullMarked;
