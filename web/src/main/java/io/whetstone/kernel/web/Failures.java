package io.whetstone.kernel.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import io.whetstone.kernel.FieldProblem;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import io.whetstone.kernel.RetryLaterException;
import jakarta.ejb.AccessLocalException;
import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds what a failure means to the caller, under whatever the container wrapped around it. */
final class Failures {
    private static final int DEEPEST = 10;

    private Failures() {}

    /** The problem that this failure stands for; empty when it is ours and not the caller's. */
    static Optional<Problem> problem(Throwable failure, boolean signedIn) {
        return causes(failure).flatMap(cause -> one(cause, signedIn).stream()).findFirst();
    }

    /** Whether the container refused the caller's role. */
    static boolean isRefusal(Throwable failure) {
        return causes(failure)
                .anyMatch(cause -> cause instanceof EJBAccessException || cause instanceof AccessLocalException);
    }

    /** The refusal of what was asked too often, if it is that. */
    static Optional<RetryLaterException> retryLater(Throwable failure) {
        return causes(failure)
                .filter(RetryLaterException.class::isInstance)
                .map(RetryLaterException.class::cast)
                .findFirst();
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST);
    }

    private static Optional<Problem> one(Throwable failure, boolean signedIn) {
        if (failure instanceof ProblemException problem) {
            return Optional.of(Problem.of(problem));
        }
        if (failure instanceof ConstraintViolationException violations) {
            return Optional.of(invalid(violations.getConstraintViolations()));
        }
        if (isRefusal(failure)) {
            return Optional.of(refused(signedIn));
        }
        if (failure instanceof OptimisticLockException) {
            return Optional.of(problem(ProblemType.PRECONDITION_FAILED, "Somebody else changed it at the same time"));
        }
        if (failure instanceof JsonProcessingException malformed
                && !(malformed.getCause() instanceof ProblemException)) {
            return Optional.of(malformed(malformed));
        }
        if (failure instanceof WebApplicationException web && !(failure.getCause() instanceof EJBException)) {
            return status(web);
        }
        return Optional.empty();
    }

    private static Problem refused(boolean signedIn) {
        return signedIn
                ? problem(ProblemType.FORBIDDEN, "Your role does not allow this")
                : problem(ProblemType.UNAUTHENTICATED, "This needs an access token");
    }

    private static Optional<Problem> status(WebApplicationException web) {
        var status = web.getResponse().getStatus();
        return Arrays.stream(ProblemType.values())
                .filter(type -> type.status() == status && status < ProblemType.INTERNAL.status())
                .findFirst()
                .map(type -> problem(type, type == ProblemType.NOT_FOUND ? "There is nothing at this address" : null));
    }

    private static Problem invalid(Set<? extends ConstraintViolation<?>> violations) {
        var errors = violations.stream()
                .map(violation -> new FieldProblem(pointer(violation.getPropertyPath()), violation.getMessage()))
                .sorted(java.util.Comparator.comparing(FieldProblem::pointer))
                .toList();
        return Problem.of(
                ProblemType.INVALID_REQUEST,
                errors.get(0).pointer() + " " + errors.get(0).message(),
                errors,
                null);
    }

    /** The path without the method and its parameter: {@code create.arg0.email} is {@code /email}. */
    private static String pointer(Path path) {
        var pointer = new StringBuilder();
        for (var node : path) {
            switch (node.getKind()) {
                case PROPERTY -> pointer.append('/').append(node.getName());
                case PARAMETER, METHOD, CONSTRUCTOR, BEAN, RETURN_VALUE, CROSS_PARAMETER, CONTAINER_ELEMENT -> {}
            }
        }
        return pointer.toString();
    }

    private static Problem malformed(JsonProcessingException malformed) {
        var pointer = malformed instanceof JsonMappingException mapping ? pointer(mapping) : "";
        var message = JsonFaults.message(malformed);
        var location = malformed.getLocation();
        var detail = pointer.isEmpty() && location != null
                ? "The body is not valid JSON at line %d, column %d: %s"
                        .formatted(location.getLineNr(), location.getColumnNr(), message)
                : pointer + " " + message;
        var errors = pointer.isEmpty() ? List.<FieldProblem>of() : List.of(new FieldProblem(pointer, message));
        return Problem.of(ProblemType.INVALID_REQUEST, detail, errors, null);
    }

    private static String pointer(JsonMappingException mapping) {
        var pointer = new StringBuilder();
        for (var step : mapping.getPath()) {
            pointer.append('/').append(step.getFieldName() == null ? step.getIndex() : step.getFieldName());
        }
        if (mapping instanceof InvalidTypeIdException unknown) {
            pointer.append('/').append(JsonFaults.formProperty(unknown));
        }
        return pointer.toString();
    }

    private static Problem problem(ProblemType type, @org.jspecify.annotations.Nullable String detail) {
        return Problem.of(type, detail, List.of(), null);
    }
}
