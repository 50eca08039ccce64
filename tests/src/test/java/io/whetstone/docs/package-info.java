/** Documents that must agree with the code. */
@NullMarked
package io.whetstone.docs;

import org.jspecify.annotations.NullMarked;
