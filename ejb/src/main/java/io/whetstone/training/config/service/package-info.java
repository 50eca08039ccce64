/**
 * Training configurations: base model, dataset and parameters under a name, to begin jobs with. They are held to the
 * same rules as a job when they are saved, so one that is stored could be started then. They start nothing themselves.
 */
@NullMarked
package io.whetstone.training.config.service;

import org.jspecify.annotations.NullMarked;
