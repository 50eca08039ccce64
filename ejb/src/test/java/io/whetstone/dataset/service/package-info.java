/** Tests of datasets. */
@NullMarked
package io.whetstone.dataset.service;

import org.jspecify.annotations.NullMarked;
