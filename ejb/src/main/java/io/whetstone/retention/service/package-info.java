/** How long things are kept. Each capability says what of its own has had its time; one job removes it. */
@NullMarked
package io.whetstone.retention.service;

import org.jspecify.annotations.NullMarked;
