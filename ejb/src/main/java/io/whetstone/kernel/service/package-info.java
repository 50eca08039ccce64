/**
 * What every service needs: the clock, the caller, the tenant of a transaction, the outbox. It knows no capability.
 */
@NullMarked
package io.whetstone.kernel.service;

import org.jspecify.annotations.NullMarked;
