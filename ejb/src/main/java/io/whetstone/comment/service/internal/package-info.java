/** How comments are shown, who can read them, and who hears of them. */
@NullMarked
package io.whetstone.comment.service.internal;

import org.jspecify.annotations.NullMarked;
