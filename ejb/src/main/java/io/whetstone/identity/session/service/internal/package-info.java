/** How sessions are chained, stored and shown, and the tokens that stand for them. */
@NullMarked
package io.whetstone.identity.session.service.internal;

import org.jspecify.annotations.NullMarked;
