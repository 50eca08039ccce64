/** Regular work: it falls due once for all nodes together, and whoever asks first does it. */
@NullMarked
package io.whetstone.schedule.service;

import org.jspecify.annotations.NullMarked;
