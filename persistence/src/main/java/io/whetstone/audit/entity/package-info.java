/** The audit log: its rows, and the chain that shows whether somebody changed them. */
@NullMarked
package io.whetstone.audit.entity;

import org.jspecify.annotations.NullMarked;
