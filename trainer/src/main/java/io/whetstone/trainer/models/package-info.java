/** What a dataset weighs for a model. */
@NullMarked
package io.whetstone.trainer.models;

import org.jspecify.annotations.NullMarked;
