/** Keys for programs, as stored. */
@NullMarked
package io.whetstone.apikey.entity;

import org.jspecify.annotations.NullMarked;
