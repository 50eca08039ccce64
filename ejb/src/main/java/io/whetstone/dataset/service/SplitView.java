package io.whetstone.dataset.service;

/** The two datasets that a split makes; their rows follow in a moment. */
public record SplitView(DatasetView train, DatasetView heldOut) {}
