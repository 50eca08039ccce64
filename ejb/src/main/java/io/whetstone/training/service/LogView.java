package io.whetstone.training.service;

import java.util.List;

/** A part of a trainer's log. {@code next} is the byte from which to read on. */
public record LogView(List<String> lines, long next) {}
