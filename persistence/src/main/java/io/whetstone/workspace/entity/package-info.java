/** Workspaces and who belongs to them, as stored. */
@NullMarked
package io.whetstone.workspace.entity;

import org.jspecify.annotations.NullMarked;
