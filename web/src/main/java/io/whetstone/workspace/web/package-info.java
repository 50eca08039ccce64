/** Workspaces, their people and invitations, over HTTP. */
@NullMarked
package io.whetstone.workspace.web;

import org.jspecify.annotations.NullMarked;
