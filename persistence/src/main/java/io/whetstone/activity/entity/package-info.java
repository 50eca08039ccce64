/** What people did in a workspace, as stored. */
@NullMarked
package io.whetstone.activity.entity;

import org.jspecify.annotations.NullMarked;
