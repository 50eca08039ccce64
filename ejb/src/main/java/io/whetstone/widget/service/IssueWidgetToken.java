package io.whetstone.widget.service;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the token of one visitor.
 *
 * @param visitor whom the asking server takes the visitor for, in its own words; no account here
 * @param origins where the page lies that the visitor sees, as {@code https://shop.example}
 * @param models names of the models that the visitor may ask
 * @param lifeSeconds how long it lives; as the installation is set when left out
 */
public record IssueWidgetToken(
        @NotBlank @Size(max = 100) String visitor,
        @NotEmpty @Size(max = 10) List<@NotBlank @Size(max = 200) String> origins,
        @NotEmpty @Size(max = 20) List<@NotBlank @Size(max = 64) String> models,
        @Nullable @Min(1) @Max(3600) Integer lifeSeconds) {}
