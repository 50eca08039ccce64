/** Datasets, their versions and what was wrong with the rows that were left out. */
@NullMarked
package io.whetstone.dataset.entity;

import org.jspecify.annotations.NullMarked;
