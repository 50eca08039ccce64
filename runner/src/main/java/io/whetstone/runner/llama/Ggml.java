package io.whetstone.runner.llama;

/** The function of ggml-backend.h that the runner calls. */
@SuppressWarnings("MemberName")
final class Ggml {
    private Ggml() {}

    static native void ggml_backend_load_all_from_path(String folder);
}
