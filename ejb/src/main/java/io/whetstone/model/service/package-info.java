/**
 * The models of an installation: bringing bases in, keeping adapters, handing their files to training and serving. It
 * knows nothing of how a model is trained or run. All reading and writing of weights happens in forked processes, so a
 * broken file can never take the server down.
 */
@NullMarked
package io.whetstone.model.service;

import org.jspecify.annotations.NullMarked;
