/** Trainers as processes of their own: who claims a job, starts and adopts its trainer, and stores what it tells. */
@NullMarked
package io.whetstone.training.service.internal.supervision;

import org.jspecify.annotations.NullMarked;
