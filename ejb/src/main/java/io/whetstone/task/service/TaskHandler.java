package io.whetstone.task.service;

/**
 * Does one kind of slow work. Runs outside of any transaction and without a caller, on any node, and possibly more
 * than once for the same task: a worker that dies leaves its work half done.
 */
public interface TaskHandler {
    /** The kind that tasks for this handler carry, as {@code dataset.process}. */
    String kind();

    /**
     * Does the work. A {@link io.whetstone.kernel.ProblemException} with a status below 500 ends the task as failed,
     * any other exception asks for another attempt. Looks at {@link TaskContext#cancelled()} often and returns early.
     */
    void run(TaskContext context) throws Exception;

    /** Tells the subject that its work has failed for good or was cancelled. Runs before the task is marked so. */
    default void failed(TaskContext context, String reason) {}
}
