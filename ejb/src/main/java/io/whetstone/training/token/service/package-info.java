/** Tokens that stand for one training job, for whatever follows it or ends it from elsewhere. */
@NullMarked
package io.whetstone.training.token.service;

import org.jspecify.annotations.NullMarked;
