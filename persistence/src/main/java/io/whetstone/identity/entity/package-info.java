/** People and their sessions, as stored. */
@NullMarked
package io.whetstone.identity.entity;

import org.jspecify.annotations.NullMarked;
