/**
 * Opening single objects to people and workspaces beyond their own. What a share allows is judged by the access policy
 * on every read and write; here shares are made, changed and ended.
 */
@NullMarked
package io.whetstone.sharing.service;

import org.jspecify.annotations.NullMarked;
