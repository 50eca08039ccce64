/**
 * Talking about objects that can be shared: threads of one level, people named in them, reactions. Whoever may read an
 * object may read what is said about it; whoever may comment on it may say something. Who is told of it is decided by
 * whoever observes {@link io.whetstone.comment.service.CommentPosted}.
 */
@NullMarked
package io.whetstone.comment.service;

import org.jspecify.annotations.NullMarked;
