/**
 * Features that are on for some: declared in code by a {@link io.whetstone.flag.service.FlagDefinitions}, switched by
 * rules, asked through {@link io.whetstone.flag.service.Flags}.
 */
@NullMarked
package io.whetstone.flag.service;

import org.jspecify.annotations.NullMarked;
