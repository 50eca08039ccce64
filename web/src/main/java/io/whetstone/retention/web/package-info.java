/** Starts the job that removes what has had its time. */
@NullMarked
package io.whetstone.retention.web;

import org.jspecify.annotations.NullMarked;
