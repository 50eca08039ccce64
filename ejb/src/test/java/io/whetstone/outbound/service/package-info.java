@NullMarked
package io.whetstone.outbound.service;

import org.jspecify.annotations.NullMarked;
