/** Tests of the product as it ships, started once and used over its addresses. */
@NullMarked
package io.whetstone.product;

import org.jspecify.annotations.NullMarked;
