/** How links are made, written in letters, and what they change. */
@NullMarked
package io.whetstone.identity.link.service.internal;

import org.jspecify.annotations.NullMarked;
