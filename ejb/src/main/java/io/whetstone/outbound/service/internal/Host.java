package io.whetstone.outbound.service.internal;

import java.util.concurrent.Semaphore;

/** What is known of one host and port: whether it works, and how many requests are on their way to it. */
record Host(CircuitBreaker circuit, Semaphore places, RetryBudget budget) {}
