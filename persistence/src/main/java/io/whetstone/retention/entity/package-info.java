/** Which rows of the kernel have had their time. */
@NullMarked
package io.whetstone.retention.entity;

import org.jspecify.annotations.NullMarked;
