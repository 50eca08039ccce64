package io.whetstone.throttle.service;

import java.time.Duration;

/**
 * How long to wait after so many failures in a row: nothing at first, then twice as long each time, then the whole lock.
 *
 * @param free failures without any wait
 * @param lockAfter failures from which on the wait is the whole lock
 * @param lock the longest wait
 */
record BackOff(int free, int lockAfter, Duration lock) {
    private static final int MAX_DOUBLINGS = 30;

    Duration after(int failures) {
        if (failures <= free) {
            return Duration.ZERO;
        }
        var growing = Duration.ofSeconds(1L << Math.min(failures - free - 1, MAX_DOUBLINGS));
        return failures >= lockAfter || growing.compareTo(lock) > 0 ? lock : growing;
    }
}
