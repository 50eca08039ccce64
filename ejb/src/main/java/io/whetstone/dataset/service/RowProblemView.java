package io.whetstone.dataset.service;

import io.whetstone.dataset.entity.DatasetProblem;

/** Why the row that begins on a line of the uploaded file was left out. */
public record RowProblemView(long line, String reason) {
    static RowProblemView of(DatasetProblem problem) {
        return new RowProblemView(problem.line(), problem.reason());
    }
}
