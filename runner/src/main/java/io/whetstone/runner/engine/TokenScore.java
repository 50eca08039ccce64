package io.whetstone.runner.engine;

import java.util.List;

/**
 * A generated token with its log-probability under the model itself, before temperature and penalties.
 *
 * @param alternatives the likeliest tokens at this place, best first, themselves without alternatives
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record TokenScore(int token, byte[] bytes, double logprob, List<TokenScore> alternatives) {}
