/**
 * Files: one interface to keep them, and uploads that survive a broken connection (TUS 1.0.0).
 *
 * <p>It does not know what a file means. An upload is a guest: a capability takes it, keeps its own form of the
 * content and discards it; what nobody takes expires.
 */
@NullMarked
package io.whetstone.storage.service;

import org.jspecify.annotations.NullMarked;
