/** The audit log over HTTP: pages, downloads and the state of its chain. */
@NullMarked
package io.whetstone.audit.web;

import org.jspecify.annotations.NullMarked;
