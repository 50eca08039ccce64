package io.whetstone.outbound.service;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Asks whether the server would ask this address. */
public record CheckAddress(@NotBlank @Size(max = 2000) String address) {}
