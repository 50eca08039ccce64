package io.whetstone.model.service.internal;

import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;

/** The reasons for which files are no model that we take. */
class ImportFailure {
    private ImportFailure() {}

    static ProblemException refused(String reason) {
        return new ProblemException(ProblemType.UNPROCESSABLE, reason);
    }
}
