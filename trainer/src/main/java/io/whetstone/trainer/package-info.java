/**
 * The trainer: one process tunes one model, is told what to do by a job folder and tells how it goes by an event file.
 *
 * <p>It knows nothing of the server. A launcher should start it as
 * {@code java -Xmx512m -XX:+UseSerialGC -jar trainer.jar train <jobDir>} with this environment:
 *
 * <ul>
 *   <li>{@code OMP_WAIT_POLICY=passive}: spinning threads cost about four times the time when cores are shared;
 *   <li>{@code DJL_CACHE_DIR}: where the native libraries unpack (432 MiB, once), no network is used;
 *   <li>{@code LD_PRELOAD=libjemalloc.so.2} where it is installed: half the memory at the same speed;
 *   <li>{@code MALLOC_CONF=oversize_threshold:0,dirty_decay_ms:60000} with it: pages are kept from step to step;
 *   <li>{@code TOKENIZERS_PARALLELISM=false}.
 * </ul>
 *
 * <p>One decision: numbers never meet arrays. The engine's {@code NDArray.add(Number)} and its kin keep a scalar in a
 * buffer that the garbage collector may free while autograd still holds it, which silently spoils gradients. All
 * arithmetic therefore happens in TorchScript that this module writes itself.
 */
@NullMarked
package io.whetstone.trainer;

import org.jspecify.annotations.NullMarked;
