package io.whetstone.system.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.whetstone.storage.web.UploadsResource;
import io.whetstone.task.web.TasksResource;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RequestMetricsFilterTest {
    @Test
    void a_route_is_the_template_of_the_path() throws NoSuchMethodException {
        var resource = RequestMetricsFilter.template(TasksResource.class);
        var method = RequestMetricsFilter.template(TasksResource.class.getMethod("cancel", UUID.class));

        assertThat(RequestMetricsFilter.route(resource, method)).isEqualTo("/tasks/{taskId}/cancel");
    }

    @Test
    void a_method_without_a_path_has_that_of_its_resource() throws NoSuchMethodException {
        var method = RequestMetricsFilter.template(UploadsResource.class.getMethod("offer"));

        assertThat(RequestMetricsFilter.route("uploads", method)).isEqualTo("/uploads");
        assertThat(RequestMetricsFilter.template(null)).isEmpty();
    }
}
