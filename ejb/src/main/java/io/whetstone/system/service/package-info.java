/** How this installation is: what an administrator and a probe may know of it. */
@NullMarked
package io.whetstone.system.service;

import org.jspecify.annotations.NullMarked;
