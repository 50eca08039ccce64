/** Health, metrics and the status of the installation over HTTP. */
@NullMarked
package io.whetstone.system.web;

import org.jspecify.annotations.NullMarked;
