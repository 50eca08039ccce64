/** What is known of uploads, as stored. */
@NullMarked
package io.whetstone.storage.entity;

import org.jspecify.annotations.NullMarked;
