/** Roles and shares, as stored. */
@NullMarked
package io.whetstone.access.entity;

import org.jspecify.annotations.NullMarked;
