/** How the audit log is written, sealed, watched and cut. */
@NullMarked
package io.whetstone.audit.service.internal;

import org.jspecify.annotations.NullMarked;
