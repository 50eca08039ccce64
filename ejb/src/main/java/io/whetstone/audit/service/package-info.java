/**
 * The audit log: it observes {@link io.whetstone.kernel.service.Audited}, keeps it with the change, chains it, and shows
 * it to administrators. It knows no capability that it observes.
 */
@NullMarked
package io.whetstone.audit.service;

import org.jspecify.annotations.NullMarked;
