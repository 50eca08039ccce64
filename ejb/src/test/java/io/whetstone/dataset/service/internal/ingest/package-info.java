/** Tests of the path from an uploaded file to normal rows. */
@NullMarked
package io.whetstone.dataset.service.internal.ingest;

import org.jspecify.annotations.NullMarked;
