/** Comments and reactions, as stored. */
@NullMarked
package io.whetstone.comment.entity;

import org.jspecify.annotations.NullMarked;
