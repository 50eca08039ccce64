/**
 * Workspaces: what everything belongs to. Memberships are read here; the access policy judges them.
 */
@NullMarked
package io.whetstone.workspace.service;

import org.jspecify.annotations.NullMarked;
