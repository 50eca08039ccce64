/**
 * Datasets: bringing files in, looking at what came of them, and handing them to training.
 *
 * <p>A file is read by a task and becomes a version that never changes. Rows lie in storage as JSON lines beside an
 * index; the tables hold only what is said about them. It does not know who trains on a dataset: whoever needs one
 * kept observes {@link io.whetstone.dataset.service.DatasetDeleting}.
 */
@NullMarked
package io.whetstone.dataset.service;

import org.jspecify.annotations.NullMarked;
