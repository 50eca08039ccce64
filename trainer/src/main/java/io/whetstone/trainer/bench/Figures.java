package io.whetstone.trainer.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What a benchmark found. Every figure is a median, which one disturbed round does not move.
 *
 * @param steps the cost of each training step
 * @param plain the cost of the plain products that were computed right after that step
 * @param tokens of one step
 * @param operations floating point operations of the plain products of one step
 */
record Figures(List<Cost> steps, List<Cost> plain, int tokens, double operations) {

    /** CPU and wall-clock seconds of something, and how many of the latter went by in native calls. */
    record Cost(double cpu, double wall, double nativeSeconds) {}

    double tokensPerCpuSecond() {
        return tokens / median(steps, Cost::cpu);
    }

    double tokensPerSecond() {
        return tokens / median(steps, Cost::wall);
    }

    /** CPU time of the plain products as a share of the step's beside it: 1 if a step did nothing else. */
    double share() {
        return median(IntStream.range(0, steps.size())
                .mapToDouble(i -> plain.get(i).cpu() / steps.get(i).cpu())
                .toArray());
    }

    double plainGigaflops() {
        return operations / median(plain, Cost::cpu) / 1e9;
    }

    double shareOutsideNatives() {
        return median(steps, cost -> 1 - cost.nativeSeconds() / cost.wall());
    }

    private static double median(List<Cost> costs, ToDoubleFunction<Cost> figure) {
        return median(costs.stream().mapToDouble(figure).toArray());
    }

    private static double median(double[] values) {
        double[] sorted = IntStream.range(0, values.length)
                .mapToDouble(i -> values[i])
                .sorted()
                .toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
