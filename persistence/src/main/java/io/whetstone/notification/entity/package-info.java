/** What people are told of, as stored. */
@NullMarked
package io.whetstone.notification.entity;

import org.jspecify.annotations.NullMarked;
