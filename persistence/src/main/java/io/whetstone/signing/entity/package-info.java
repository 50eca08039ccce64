/** Keys that sign access tokens, as stored. */
@NullMarked
package io.whetstone.signing.entity;

import org.jspecify.annotations.NullMarked;
