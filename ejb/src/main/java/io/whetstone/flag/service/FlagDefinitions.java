package io.whetstone.flag.service;

import java.util.List;

/** The flags that a capability declares. Every CDI bean of this type is asked once. */
public interface FlagDefinitions {
    List<FlagDefinition> definitions();
}
