package io.whetstone.secret.service;

import java.util.List;

/** The outside services whose credentials people usually keep. */
public final class Providers {
    public static final List<String> KNOWN = List.of(
            "anthropic",
            "aws",
            "azure",
            "fireworks",
            "github",
            "google-colab",
            "groq",
            "huggingface",
            "kaggle",
            "lambda",
            "openai",
            "openrouter",
            "runpod",
            "together");

    private Providers() {}
}
