/** How a job's token is made and known again. */
@NullMarked
package io.whetstone.training.token.service.internal;

import org.jspecify.annotations.NullMarked;
