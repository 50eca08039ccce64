/** The settings that somebody changed. */
@NullMarked
package io.whetstone.setting.entity;

import org.jspecify.annotations.NullMarked;
