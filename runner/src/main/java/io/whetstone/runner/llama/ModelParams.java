package io.whetstone.runner.llama;

import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;
import org.jspecify.annotations.Nullable;

/** {@code struct llama_model_params} of llama.h v0.5.0; C {@code bool} is a byte. */
@FieldOrder({
    "devices",
    "tensorBuftOverrides",
    "nGpuLayers",
    "splitMode",
    "loadMode",
    "lazyMode",
    "mainGpu",
    "tensorSplit",
    "progressCallback",
    "progressCallbackUserData",
    "kvOverrides",
    "vocabOnly",
    "checkTensors",
    "useExtraBufts",
    "noHost",
    "noAlloc",
    "loadMtp"
})
public class ModelParams extends Structure {
    public @Nullable Pointer devices;
    public @Nullable Pointer tensorBuftOverrides;
    public int nGpuLayers;
    public int splitMode;
    public int loadMode;
    public int lazyMode;
    public int mainGpu;
    public @Nullable Pointer tensorSplit;
    public @Nullable Pointer progressCallback;
    public @Nullable Pointer progressCallbackUserData;
    public @Nullable Pointer kvOverrides;
    public byte vocabOnly;
    public byte checkTensors;
    public byte useExtraBufts;
    public byte noHost;
    public byte noAlloc;
    public byte loadMtp;

    /** The form in which C passes it. */
    public static class ByValue extends ModelParams implements Structure.ByValue {}
}
