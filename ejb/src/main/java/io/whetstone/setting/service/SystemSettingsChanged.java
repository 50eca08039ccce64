package io.whetstone.setting.service;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * An administrator changed settings of the installation. Fired inside that transaction.
 *
 * @param values what the changed settings are from now on, by key
 */
public record SystemSettingsChanged(Map<String, JsonNode> values) {}
