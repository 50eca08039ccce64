/**
 * Settings with a type, a default and a description, of a person, a workspace or the installation. Each capability
 * declares its own by a {@link io.whetstone.setting.service.SettingDefinitions}; secrets are no settings.
 */
@NullMarked
package io.whetstone.setting.service;

import org.jspecify.annotations.NullMarked;
