package io.whetstone.dataset.service;

import com.fasterxml.jackson.databind.JsonNode;

/** A row in its normal form. Indexes count from 0; the line is that of the uploaded file. */
public record RowView(long index, long line, JsonNode content) {}
