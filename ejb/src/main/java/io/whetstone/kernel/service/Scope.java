package io.whetstone.kernel.service;

/** What a key may be used for. A person's own token has {@link #ALL}; a key has the least that it was given. */
public enum Scope {
    /** Everything that its person may do. */
    ALL,
    /** Reading only. */
    READ,
    /** Datasets, models and training jobs. */
    TRAINING,
    /** Asking models, and what serves them. */
    PRODUCTION,
    /** Evaluations and benchmarks. */
    TESTING,
    /** Taking and reporting work, for workers. */
    WORKER,
    /** Running this installation, where the person is an administrator. */
    ADMIN
}
