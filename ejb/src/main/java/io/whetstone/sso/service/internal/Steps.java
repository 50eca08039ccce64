package io.whetstone.sso.service.internal;

import io.whetstone.kernel.ProblemException;
import io.whetstone.sso.service.CheckView;
import io.whetstone.sso.service.CheckView.Step;
import java.util.ArrayList;
import java.util.List;
import javax.naming.NamingException;

/** The steps of a check, as far as it came. */
final class Steps {
    private final List<Step> steps = new ArrayList<>();

    /** Something that is tried, and says what it found. */
    interface Trial {
        String run() throws NamingException;
    }

    /** Tries one thing; false when it failed, and what depends on it need not be tried. */
    boolean tryOut(String name, Trial trial) {
        try {
            return add(name, true, trial.run());
        } catch (UpstreamException | ProblemException failure) {
            return add(name, false, String.valueOf(failure.getMessage()));
        } catch (NamingException failure) {
            return add(
                    name, false, String.valueOf(LdapDirectories.failed(failure).getMessage()));
        }
    }

    boolean add(String name, boolean ok, String detail) {
        steps.add(new Step(name, ok, detail));
        return ok;
    }

    CheckView view() {
        return CheckView.of(steps);
    }
}
