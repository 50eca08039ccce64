package io.whetstone.dataset.service;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Changes what a dataset is called; what is absent stays. */
public record ChangeDataset(
        @Nullable @Size(max = 200) @Pattern(regexp = "[\\s\\S]*\\S[\\s\\S]*", message = "must not be blank")
        String name,

        @Nullable @Size(max = 2000) String description) {}
