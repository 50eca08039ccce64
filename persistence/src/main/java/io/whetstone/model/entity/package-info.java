/** Models as stored: bases and the adapters trained on them. */
@NullMarked
package io.whetstone.model.entity;

import org.jspecify.annotations.NullMarked;
