package io.whetstone.kernel;

import jakarta.ejb.ApplicationException;
import java.util.List;

/** A failure that the caller can understand. It rolls the transaction back and reaches the caller unwrapped. */
@ApplicationException(rollback = true, inherited = true)
public class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final transient List<FieldProblem> errors;

    public ProblemException(ProblemType type, String detail) {
        this(type, detail, List.of());
    }

    public ProblemException(ProblemType type, String detail, List<FieldProblem> errors) {
        super(detail);
        this.type = type;
        this.errors = List.copyOf(errors);
    }

    public ProblemType type() {
        return type;
    }

    public List<FieldProblem> errors() {
        return errors;
    }

    public static ProblemException notFound(String what, Object id) {
        return new ProblemException(ProblemType.NOT_FOUND, "No %s with id %s".formatted(what, id));
    }

    /** One field is wrong. */
    public static ProblemException invalid(String pointer, String message) {
        return invalid(List.of(new FieldProblem(pointer, message)));
    }

    /** Several fields are wrong; the first one makes the detail. */
    public static ProblemException invalid(List<FieldProblem> errors) {
        var first = errors.get(0);
        return new ProblemException(
                ProblemType.INVALID_REQUEST, "%s %s".formatted(first.pointer(), first.message()), errors);
    }
}
