/** The settings that belong to no other capability. */
@NullMarked
package io.whetstone.setting.service.internal;

import org.jspecify.annotations.NullMarked;
