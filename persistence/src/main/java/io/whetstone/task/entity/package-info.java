/** Work that outlives the request that asked for it, as stored. */
@NullMarked
package io.whetstone.task.entity;

import org.jspecify.annotations.NullMarked;
