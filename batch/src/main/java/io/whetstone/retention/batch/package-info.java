/** The job that removes what has had its time. */
@NullMarked
package io.whetstone.retention.batch;

import org.jspecify.annotations.NullMarked;
