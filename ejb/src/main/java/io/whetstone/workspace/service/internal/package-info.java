/** How workspaces are founded, kept in order and removed. */
@NullMarked
package io.whetstone.workspace.service.internal;

import org.jspecify.annotations.NullMarked;
