package io.whetstone.model.service;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where the files of a base come from. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ModelSource.Upload.class, name = "upload"),
    @JsonSubTypes.Type(value = ModelSource.Hub.class, name = "hub"),
    @JsonSubTypes.Type(value = ModelSource.Folder.class, name = "folder"),
    @JsonSubTypes.Type(value = ModelSource.Starter.class, name = "starter")
})
public sealed interface ModelSource {
    /** Files that were uploaded before: one GGUF file, or those of a Hugging Face folder. */
    record Upload(@NotEmpty @Size(max = 200) List<UUID> uploadIds) implements ModelSource {}

    /** A repository of a Hugging Face-compatible hub; {@code file} picks one GGUF file of it. */
    record Hub(
            @NotBlank @Pattern(regexp = "[\\w.-]+(/[\\w.-]+)?")
            String repository,

            @Nullable @Pattern(regexp = "[\\w./-]{1,200}") String revision,
            @Nullable @Size(max = 300) String file)
            implements ModelSource {}

    /** A folder or GGUF file on the server's own disk. For administrators. */
    record Folder(@NotBlank @Size(max = 1000) String path) implements ModelSource {}

    /** The file that came with the installation. The server alone uses it. */
    record Starter(String path) implements ModelSource {}
}
