/** Tests of what people ask of training. */
@NullMarked
package io.whetstone.training.service;

import org.jspecify.annotations.NullMarked;
